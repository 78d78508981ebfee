// Every route against every role, by real requests through the router, compared with the golden
// file. Run with OPENMASA_WRITE_GOLDEN=1 to write it anew, then read the diff line by line.
#include "kernel/test_repository.hpp"
#include "one_of_each.hpp"
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace openmasa {
namespace {

class Permissions : public testing::Test, protected OneOfEach {
protected:
    std::string outcome(const Route& route, const Scope* who, const plan::ActionId& action) {
        const auto path = address(route, action);
        const auto response = route.method == Method::Get
                                  ? program.get(who, path)
                                  : program.post(who, path, "", fmt::format("nonce-{}", ++posts));
        const auto location = Program::header(response, "Location");
        if (location.starts_with("/sign-in") && path != "/sign-out") return "in";
        return std::to_string(response.status);
    }

    /// The first two lines of the table: who stands in which column. Somebody whose role is held
    /// within an agency or a group is asked for a record of theirs and for one that is not.
    static std::string heading() {
        std::string text = "# Columns: anonymous, outsider";
        for (auto role : all_roles) {
            text += fmt::format(", {}", to_text(role));
            if (is_held_within(role)) text += fmt::format(", {} elsewhere", to_text(role));
        }
        return text + ", guest on one record, guest elsewhere\n# in: asked to sign in\n";
    }

    std::string row(const Route& route) {
        const auto& t = program.test;
        auto text =
            fmt::format("{} {}, {}: {} {}", route.method == Method::Get ? "GET " : "POST",
                        route.pattern, to_text(route.permission), outcome(route, nullptr, t.late),
                        outcome(route, &t.outsider, t.late));
        for (const auto& who : program.cast) {
            text += " " + outcome(route, &who, t.late);
            if (is_held_within(who.holdings.front().role))
                text += " " + outcome(route, &who, t.done);
            sign_everybody_in_again(route);
        }
        for (const auto& record : {t.late, t.done})
            text += " " + outcome(route, &program.guest, record);
        sign_everybody_in_again(route);
        return text + "\n";
    }

    std::string table() {
        auto text = heading();
        for (const auto& module : modules())
            for (const auto& route : module.routes) text += row(route);
        return text;
    }

    /// Some forms end sessions and accounts; the cast gets theirs back.
    void sign_everybody_in_again(const Route& route) {
        if (route.method != Method::Post) return;
        program.test.in_one_transaction([&] {
            program.test.db.execute("UPDATE session SET ended_at = NULL");
            program.test.db.execute("UPDATE account SET ended_at = NULL");
            program.test.db.execute("UPDATE outside_identity SET ended_at = NULL");
            program.test.db.execute("UPDATE role_holding SET to_day = NULL");
        });
    }

    int posts = 0;
};

TEST_F(Permissions, Every_route_answers_every_role_as_the_golden_file_says) {
    const std::string path = in_repository("tests/golden/permissions.txt");
    const auto now = table();
    if (std::getenv("OPENMASA_WRITE_GOLDEN")) std::ofstream(path) << now;
    std::ifstream file(path);
    const std::string golden{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(now, golden);
}

TEST_F(Permissions, What_is_forbidden_and_what_is_missing_are_the_same_page) {
    const auto& t = program.test;
    const auto body = [&](const Scope& who, const std::string& path) {
        program.randomness.calls = 0;
        return program.get(&who, path).body;
    };
    const auto missing = plan::ActionId{}.str().replace(0, 26, std::string(26, '0'));
    for (const std::string path :
         {"/plans/", "/priorities/", "/objectives/", "/actions/", "/owners/"})
        EXPECT_EQ(body(t.outsider, path + t.late.str()), body(t.outsider, path + missing)) << path;
    EXPECT_EQ(body(t.constable, "/actions/" + t.done.str() + "/progress"),
              body(t.constable, "/actions/" + missing + "/progress"));
    EXPECT_EQ(body(t.reader, "/plans/import"), body(t.reader, "/no/such/page"));
}

TEST_F(Permissions, An_outsider_sees_no_word_of_the_plan) {
    const auto& t = program.test;
    for (const auto& module : modules())
        for (const auto& route : module.routes) {
            if (route.method != Method::Get) continue;
            const auto body = program.get(&t.outsider, address(route, t.late)).body;
            for (std::string_view word : {"Map &lt;b&gt;", "Vulnerable", "Families First",
                                          "Norfolk Constabulary", "Chief Constable"})
                EXPECT_EQ(body.find(word), body.npos) << route.pattern << " shows " << word;
        }
}

TEST_F(Permissions, A_form_without_its_token_or_with_anothers_does_nothing) {
    const auto& t = program.test;
    const auto path = "/actions/" + t.late.str() + "/progress";
    http::Request request;
    request.method = http::Method::post;
    request.path = path;
    request.headers = {{"Cookie", "openmasa_session=" + Program::secret_of(&t.unit)},
                       {"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = "status=done&version=1&words=forged";
    EXPECT_EQ(program.router.answer(request, program.test.db).status, 403);
    request.body = fmt::format("status=done&version=1&words=forged&form_token=n.{}",
                               hmac(Program::secret_of(&t.reader), "n"));
    EXPECT_EQ(program.router.answer(request, program.test.db).status, 403);
    EXPECT_EQ(plan::find_action(program.test.db, t.unit, t.late)->status,
              plan::Status::in_progress);
}

TEST_F(Permissions, Every_page_carries_the_security_headers_and_no_script) {
    const auto& t = program.test;
    for (const auto& module : modules())
        for (const auto& route : module.routes) {
            if (route.method != Method::Get) continue;
            const auto response = program.get(&t.unit, address(route, t.late));
            EXPECT_NE(
                Program::header(response, "Content-Security-Policy").find("default-src 'none'"),
                std::string::npos);
            EXPECT_EQ(Program::header(response, "Cache-Control"), "no-store") << route.pattern;
            if (!Program::header(response, "Content-Type").starts_with("text/html")) continue;
            EXPECT_EQ(response.body.find("<script"), std::string::npos);
            EXPECT_EQ(response.body.find(" style=\""), std::string::npos) << route.pattern;
            EXPECT_EQ(response.body.find("<b>&"), std::string::npos)
                << route.pattern << " did not escape";
        }
}

} // namespace
} // namespace openmasa
