#include "AREA/THINGS/actions.hpp"
#include "AREA/THINGS/module.hpp"
#include "AREA/THINGS/store.hpp"
#include "AREA/THINGS/views.hpp"
#include "core/access/secret.hpp"
#include "core/audit/audit.hpp"
#include "store/test_database.hpp"
#include <gtest/gtest.h>

namespace openmasa::THINGS {
namespace {

class PascalThings : public testing::Test {
protected:
    void SetUp() override { file_.migrate(); }
    static Scope business_unit() {
        return command_line_scope(store::TestDatabase::noon(), system_randomness());
    }
    static Scope outsider() {
        auto scope = business_unit();
        scope.holdings.clear();
        return scope;
    }
    Result<PascalThing> add(const Scope& scope, const std::string& title) {
        return db_.atomically([&] { return add_THING(db_, scope, {.title = title}); });
    }
    store::TestDatabase file_;
    store::Db db_{file_.database()};
};

TEST_F(PascalThings, What_was_added_is_in_the_list_with_its_audit_entry) {
    ASSERT_TRUE(add(business_unit(), "First"));
    ASSERT_EQ(list_THINGS(db_, business_unit(), 10).size(), 1U);
    EXPECT_EQ(list_THINGS(db_, business_unit(), 10).front().title, "First");
    EXPECT_EQ(audit::verify(db_).entries, 1);
}

TEST_F(PascalThings, Without_a_title_nothing_is_saved_and_the_field_is_named) {
    const auto refused = add(business_unit(), "  ");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().problems.front().field, "title");
    EXPECT_EQ(audit::verify(db_).entries, 0);
}

TEST_F(PascalThings, An_outsider_adds_nothing_and_sees_nothing) {
    ASSERT_TRUE(add(business_unit(), "First"));
    const auto refused = add(outsider(), "Second");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
    EXPECT_TRUE(list_THINGS(db_, outsider(), 10).empty());
}

TEST_F(PascalThings, A_title_with_markup_arrives_escaped) {
    const auto page = THINGS_view({.THINGS = {{.title = "<b>&"}}});
    EXPECT_NE(page.view().find("&lt;b&gt;&amp;"), std::string_view::npos);
    EXPECT_EQ(page.view().find("<b>"), std::string_view::npos);
}

TEST_F(PascalThings, The_module_lists_its_routes) {
    EXPECT_EQ(module().routes.size(), 2U);
}

} // namespace
} // namespace openmasa::THINGS
