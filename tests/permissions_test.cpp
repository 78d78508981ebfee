// Every route against every role, by real requests through the router, compared with the golden
// file. Run with OPENMASA_WRITE_GOLDEN=1 to write it anew, then read the diff line by line.
#include "core/accounts/outside_identity.hpp"
#include "core/accounts/person_register.hpp"
#include "core/accounts/register.hpp"
#include "core/files/attachment.hpp"
#include "core/jobs/store.hpp"
#include "core/notices/store.hpp"
#include "core/registers/uploads.hpp"
#include "core/views/store.hpp"
#include "kernel/test_repository.hpp"
#include "partnership/agencies/register.hpp"
#include "partnership/agencies/store.hpp"
#include "partnership/group_store.hpp"
#include "partnership/groups/actions.hpp"
#include "partnership/groups/terms_actions.hpp"
#include "partnership/masa/comments.hpp"
#include "partnership/masa/publishing.hpp"
#include "partnership/masa/registers.hpp"
#include "partnership/masa_store.hpp"
#include "partnership/seats/actions.hpp"
#include "plan/actions/register.hpp"
#include "plan/imports/uploads.hpp"
#include "plan/updates/asking.hpp"
#include "plan/updates/store.hpp"
#include "program.hpp"
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace openmasa {
namespace {

class Permissions : public testing::Test {
protected:
    Permissions() {
        program.test.in_one_transaction([&] {
            upload.id = program.test.unit.new_id<plan::ImportId>();
            upload.file_name = "plan.docx";
            upload.document = "not a Word file";
            imports::add_upload(program.test.db, program.test.unit, upload);
            agencies::add_agency(program.test.db, program.test.unit,
                                 {.id = program.test.constabulary,
                                  .name = "Norfolk Constabulary <b>&",
                                  .sector = "Police <b>&"});
            agency_rows =
                registers::upload(program.test.db, program.test.unit, agencies::agency_register,
                                  "agencies.csv", "name,sector\nNew <b>& one,Health <b>&\n",
                                  registers::Policy::skip)
                    .value();
            action_rows = registers::upload(program.test.db, program.test.unit,
                                            plan::action_register, "actions.csv",
                                            "id,status\n" + program.test.late.str() + ",done\n",
                                            registers::Policy::skip)
                              .value();
            add_spare_account();
            people_rows =
                registers::upload(program.test.db, program.test.unit, accounts::person_register,
                                  "people.csv", "name,agency\nNew <b>& person,\n",
                                  registers::Policy::skip)
                    .value();
            const auto administrator = command_line_scope(program.test.now, program.randomness);
            user_rows = registers::upload(program.test.db, administrator, accounts::user_register,
                                          "users.csv", "email,name\nnew@example.org,New <b>&\n",
                                          registers::Policy::skip)
                            .value();
            view.id = program.test.unit.new_id<views::ViewId>();
            view.within = program.test.plan.id.str();
            view.person = *program.test.unit.person;
            views::add(program.test.db, program.test.unit, view);
            add_mail_and_job();
            add_group();
            add_picture();
            add_request();
            add_arrangements();
            for (const auto& id : {program.test.late, program.test.done}) // a second version each
                EXPECT_TRUE(
                    plan::save_action(program.test.db, program.test.unit,
                                      *plan::find_action(program.test.db, program.test.unit, id),
                                      {.verb = "action.changed"}));
        });
    }

    void add_spare_account() {
        auto& test = program.test;
        accounts::add_account(test.db, spare, test.now);
        access::add_holding(test.db, {.id = spare_role,
                                      .person = spare.person,
                                      .role = Role::analyst,
                                      .owner = {},
                                      .from = test.today});
        ASSERT_TRUE(accounts::join_identity(
            test.db, test.unit,
            {.account = spare.id, .identity = {"https://login.example.org", "spare"}}));
        spare_identity = accounts::identities_of(test.db, spare.id).front().id;
    }

    /// The head of a picture of one point, on the late action.
    void add_picture() {
        using namespace std::string_literals;
        const auto content = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1"s;
        picture = files::attach(program.test.db, program.test.unit,
                                {.kind = "action", .id = program.test.late.view()},
                                {.id = program.test.unit.new_id<files::FileId>(),
                                 .digest = program.storage.put(content),
                                 .size = static_cast<std::int64_t>(content.size()),
                                 .type = "image/png",
                                 .name = "A point <b>&.png",
                                 .made_at = program.test.now,
                                 .scanned = "not scanned"})
                      .id;
    }

    /// Both owners are asked how their actions stand; Children's Services by a link.
    void add_request() {
        auto& test = program.test;
        auto choice = updates::usual_choice(test.today, {});
        choice.owners = {test.constabulary.str(), test.services.str()};
        request = updates::ask(test.db, test.unit,
                               {.plan = test.plan.id,
                                .choice = std::move(choice),
                                .words = "How far is it <b>&?",
                                .emails = {{test.services.str(), "head@example.org"}}})
                      .value();
        office = updates::offices_of(test.db, request, test.now).front().id;
    }

    /// One edition, published years ago and followed by a draft.
    void add_arrangements() {
        auto& test = program.test;
        published = masa::record_earlier(test.db, test.unit,
                                         {.title = "MASA plan <b>&",
                                          .area = "Everywhere <b>&",
                                          .published_on = "29 November 2024",
                                          .signed_by = "The three <b>&",
                                          .sections = {{"Summary <b>&", "Words <b>&"}}})
                        .value();
        edition_rows = registers::upload(test.db, test.unit, masa::edition_register, "editions.csv",
                                         "title,area\nNew <b>&,Here\n", registers::Policy::skip)
                           .value();
        arrangements =
            masa::begin(test.db, test.unit, {.title = "Next <b>&", .area = "Everywhere"}).value();
        consulted =
            masa::begin(test.db, test.unit, {.title = "Asked <b>&", .area = "Here"}).value();
        section = partnership::find_masa(test.db, test.unit, consulted)->sections.front().id;
        EXPECT_TRUE(masa::consult(test.db, test.unit, {consulted, 1}));
        comment = masa::add(test.db, test.unit, {consulted, section, "What of this <b>&?"})->id;
    }

    /// With a seat that somebody fills, a deputy, a guest and a draft of its terms of reference.
    void add_group() {
        auto& test = program.test;
        const auto now = [&] { return *partnership::read_group(test.db, group, test.today); };
        group = groups::keep(test.db, test.unit, {.name = "Audit Group"}).value();
        seat = seats::keep(test.db, test.unit,
                           {.group = "Audit Group", .name = "Police", .holder = constabulary_name})
                   .value();
        EXPECT_TRUE(seats::begin(test.db, test.unit,
                                 {.seat = seat,
                                  .version = 1,
                                  .part = partnership::Part::deputy,
                                  .who = "Chief Constable",
                                  .from = "2026-01-01"}));
        EXPECT_TRUE(groups::invite(test.db, test.unit,
                                   {.group = group,
                                    .version = now().version,
                                    .who = "Lead member",
                                    .from = "2026-01-01"}));
        EXPECT_TRUE(groups::write_terms(
            test.db, test.unit, {.group = group, .version = now().version, .words = "Meets"}));
        deputy = now().seats.front().people.front().id;
        guest = now().guests.front().id;
        terms = now().terms.front().id;
    }

    void add_mail_and_job() {
        auto& test = program.test;
        mail.id = test.unit.new_id<notices::MailId>();
        mail.message_id = "1@example.org";
        mail.recipient = "head@example.org";
        mail.made_at = mail.next_try_at = test.now;
        notices::add_mail(test.db, mail);
        job.id = test.unit.new_id<jobs::JobId>();
        job.kind = "everything";
        job.person = test.unit.person;
        job.made_at = job.next_try_at = test.now;
        jobs::add_job(test.db, job);
        jobs::add_schedule(
            test.db,
            {.kind = "housekeeping", .rule = "daily 02:30", .next_at = test.now, .last_at = {}});
    }

    std::string address(const Route& route, const plan::ActionId& action) const {
        std::string path(route.pattern);
        const auto fill = [&](std::string_view start, std::string_view name, std::string_view id) {
            const auto hole = path.find(name);
            if (path.starts_with(start) && hole != path.npos) path.replace(hole, name.size(), id);
        };
        fill("/plans/{id}/gaps/{gap}", "{gap}", "no-actions");
        fill("/plans/{id}/updates", "{request}", request.view());
        fill("/plans/{id}/updates", "{office}", office.view());
        fill("/plans/{id}", "{id}", program.test.plan.id.view());
        fill("/updates/{request}", "{request}", request.view());
        fill("/answers/{secret}", "{secret}", "no-such-link");
        fill("/priorities/{id}", "{id}", program.test.adolescents.id.view());
        fill("/objectives/{id}", "{id}", program.test.prevent.id.view());
        fill("/actions/{id}", "{id}", action.view());
        fill("/actions/" + program.test.late.str() + "/files/{file}", "{file}", picture.view());
        fill("/imports/{id}", "{id}", upload.id.view());
        fill("/agencies/{id}", "{id}", program.test.constabulary.view());
        fill("/arrangements/import/{import}", "{import}", edition_rows.view());
        for (const auto* below : {"/comments", "/sections/{part}/comments"})
            fill("/arrangements/{id}" + std::string(below), "{id}", consulted.view());
        fill("/arrangements/" + consulted.str(), "{part}", section.view());
        fill("/arrangements/" + consulted.str(), "{comment}", comment.view());
        fill("/arrangements/{id}/published", "{id}", published.view());
        fill("/arrangements/{id}/correct", "{id}", published.view());
        fill("/arrangements/{id}", "{id}", arrangements.view());
        fill("/arrangements/" + arrangements.str(), "{part}", "new");
        fill("/arrangements/" + arrangements.str(), "{item}", "scrutiny");
        fill("/arrangements/" + arrangements.str(), "{file}", picture.view());
        fill("/arrangements/" + published.str(), "{number}", "1");
        fill("/groups/{id}", "{id}", group.view());
        fill("/groups/" + group.str(), "{guest}", guest.view());
        fill("/groups/" + group.str(), "{terms}", terms.view());
        fill("/seats/{id}", "{id}", seat.view());
        fill("/seats/" + seat.str(), "{member}", deputy.view());
        fill("/owners/{id}", "{id}", program.test.constabulary.view());
        fill("/actions/import/{import}", "{import}", action_rows.view());
        fill("/agencies/import/{import}", "{import}", agency_rows.view());
        fill("/views/{id}", "{id}", view.id.view());
        fill("/people/import/{import}", "{import}", people_rows.view());
        fill("/users/import/{import}", "{import}", user_rows.view());
        fill("/people/details/{id}", "{id}", spare.person.view());
        fill("/people/{id}", "{id}", spare.id.view());
        fill("/people/" + spare.id.str() + "/roles/{holding}", "{holding}", spare_role);
        fill("/people/" + spare.id.str() + "/identities/{identity}", "{identity}",
             spare_identity.view());
        fill("/answer/{secret}", "{secret}", "no-such-link");
        fill("/outbox/{id}", "{id}", mail.id.view());
        fill("/jobs/{id}", "{id}", job.id.view());
        fill("/restricted/{kind}/{id}", "{id}", action.view());
        fill("/restricted/{kind}", "{kind}", "action");
        fill("/retention/propose/{kind}/{id}", "{id}", program.test.withdrawn.view());
        fill("/retention/hold/{kind}/{id}", "{id}", program.test.withdrawn.view());
        fill("/retention/propose/{kind}", "{kind}", "action");
        fill("/retention/hold/{kind}", "{kind}", "action");
        fill("/retention/certificates/{number}", "{number}", "D-2026-1");
        fill("/history/{kind}/{id}", "{id}", action.view());
        fill("/history/{kind}", "{kind}", "action");
        fill("/history/action/" + action.str() + "/{version}", "{version}", "1");
        fill("/jobs/schedules/{kind}", "{kind}", "housekeeping");
        fill("/welcome/{secret}", "{secret}", "no-such-link");
        fill("/audit/records/{kind}", "{kind}", "action");
        fill("/audit/records/action/{id}", "{id}", action.view());
        fill("/audit/people/{id}", "{id}", program.test.constable.person->view());
        fill("/audit/checkpoints/{entry}", "{entry}", "1");
        return path;
    }

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

    Program program;
    imports::Upload upload;
    views::View view{.id = {},
                     .list = "actions",
                     .within = {},
                     .name = "Late",
                     .query = "due=late",
                     .person = {},
                     .maker = {},
                     .shared = true,
                     .withdrawn_why = {}};
    notices::Mail mail;
    jobs::Job job;
    files::AttachmentId picture{};
    masa::MasaId arrangements{}, consulted{}, published{};
    masa::MasaPartId section{};
    masa::MasaCommentId comment{};
    updates::RequestId request{};
    updates::OfficeId office{};
    OwnerId group{}, seat{};
    partnership::MemberId deputy{}, guest{};
    partnership::TermsId terms{};
    static constexpr auto constabulary_name = "Norfolk Constabulary <b>&";
    registers::RegisterImportId agency_rows, action_rows, people_rows{}, user_rows{},
        edition_rows{};
    /// Somebody whose account the forms may change.
    accounts::Account spare{.id = program.test.unit.new_id<AccountId>(),
                            .person = program.test.unit.new_id<PersonId>(),
                            .known_as = "A spare office",
                            .email = "spare@example.org",
                            .password_hash = {}};
    const std::string spare_role = program.test.unit.new_id<PersonId>().str();
    accounts::OutsideIdentityId spare_identity{};
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
