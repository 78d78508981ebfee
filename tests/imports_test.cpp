// A document from its upload to what became of it, by real requests through the router.
#include "kernel/test_repository.hpp"
#include "plan/actions/module.hpp"
#include "plan/imports/actions.hpp"
#include "program.hpp"
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string bytes(const std::string& name) {
    std::ifstream in(in_repository("tests/fixtures/word/") + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Imports : public testing::Test {
protected:
    imports::Upload upload(const std::string& name,
                           const std::optional<plan::PlanId>& plan = std::nullopt) {
        imports::Upload made{.plan = plan, .file_name = name, .document = bytes(name)};
        made.id = t.unit.new_id<plan::ImportId>();
        t.in_one_transaction([&] { imports::add_upload(t.db, t.unit, made); });
        return made;
    }
    http::Response post(const std::string& target, const std::string& fields = "") {
        return program.post(&t.unit, target, fields, fmt::format("nonce-{}", ++posts));
    }
    /// Where saving leads to.
    std::string save(const imports::Upload& document) {
        const auto existing = imports::read_existing(t.db, t.unit, document.plan);
        t.db.finish();
        const auto saved =
            post("/imports/" + document.id.str(), "do=save&state=" + imports::state_of(existing));
        EXPECT_EQ(saved.status, 303);
        return Program::header(saved, "Location");
    }
    std::string list(const std::string& target) {
        return t.get(actions::module(), t.unit, target).body;
    }
    std::string page(const std::string& target) { return program.get(&t.unit, target).body; }

    Program program;
    plan::TestPlan& t = program.test;
    int posts = 0;
};

TEST_F(Imports, The_page_that_saving_leads_to_says_how_much_was_saved) {
    const auto first = save(upload("plan-2025.docx"));
    EXPECT_THAT(list(first), HasSubstr("Saved: 4 new."));
    const auto plan = plan::PlanId::parse(first.substr(7, 26));
    ASSERT_TRUE(plan);
    const auto revised = save(upload("plan-2026.docx", *plan));
    EXPECT_THAT(list(revised), HasSubstr("Saved: 1 new, 1 changed, 1 withdrawn."));
}

TEST_F(Imports, Numbers_that_are_none_are_not_repeated_on_the_page) {
    const auto saved = "/plans/" + t.plan.id.str() + "/actions?saved=import";
    EXPECT_THAT(list(saved + "&new=%3Cb%3E&changed=1e9&withdrawn=12345678"),
                HasSubstr("The plan is saved. Every change is in its history."));
    EXPECT_THAT(list(saved + "&new=0&changed=3"), HasSubstr("Saved: 3 changed."));
}

TEST_F(Imports, A_document_that_was_left_is_asked_about_no_more_and_may_be_saved_still) {
    const auto document = upload("plan-2025.docx");
    EXPECT_THAT(page("/"), HasSubstr("Look at “plan-2025.docx” and save it"));
    const auto left = post("/imports/" + document.id.str() + "/leave");
    EXPECT_EQ(Program::header(left, "Location"), "/?left=import");
    EXPECT_THAT(page("/"), Not(HasSubstr("plan-2025.docx")));
    EXPECT_THAT(save(document), StartsWith("/plans/"));
}

TEST_F(Imports, What_was_saved_meanwhile_is_shown_where_it_is) {
    const auto document = upload("plan-2025.docx");
    const auto saved = save(document);
    const auto left = post("/imports/" + document.id.str() + "/leave");
    EXPECT_EQ(left.status, 303);
    const auto back = Program::header(left, "Location");
    EXPECT_EQ(back, "/imports/" + document.id.str());
    const auto there = Program::header(program.get(&t.unit, back), "Location");
    EXPECT_THAT(saved, StartsWith(there));
}

} // namespace
} // namespace openmasa
