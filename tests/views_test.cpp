// Saved views and chosen columns, by real requests: one's own, shared ones, withdrawn ones, and
// downloads of the same rows and columns.
#include "core/audit/audit.hpp"
#include "core/views/store.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::Not;

class Views : public testing::Test {
protected:
    http::Response send(const Scope& who, const std::string& path, const std::string& fields) {
        return program.post(&who, path, fields, fmt::format("n{}", ++posts));
    }
    http::Response save(const Scope& who, const std::string& name, const std::string& more = "") {
        return send(who, "/views",
                    fmt::format("list=actions&within={}&name={}&query=due%3Dlate%26sort%3Downer{}",
                                test.plan.id.view(), name, more));
    }
    std::string list(const Scope& who, const std::string& query = "") {
        return program.get(&who, plan() + query).body;
    }
    std::string plan() const { return "/plans/" + test.plan.id.str() + "/actions"; }
    std::vector<views::View> views_of(const Scope& who) { return views::all_of(test.db, who); }
    std::string page_of(const views::View& view, const std::string& below = "") {
        return "/views/" + view.id.str() + below;
    }
    int entries(std::string_view verb) { return test.db.one(count_entries, verb).value_or(0); }
    static constexpr store::Query<int(std::string_view)> count_entries{
        "views_test.entries", "SELECT count(*) FROM audit_entry WHERE verb = $1"};

    Program program;
    plan::TestPlan& test = program.test;
    int posts = 0;
};

TEST_F(Views, A_view_stands_above_its_list_under_its_name) {
    const auto saved = save(test.reader, "Late+%3Cb%3E+ones");
    EXPECT_EQ(saved.status, 303);
    EXPECT_EQ(Program::header(saved, "Location"), plan() + "?due=late&sort=owner");
    const auto page = list(test.reader, "?due=late&sort=owner");
    EXPECT_THAT(page, HasSubstr("aria-current=\"page\">Late &lt;b&gt; ones <b>yours</b>"));
    EXPECT_THAT(page, HasSubstr("Change this view"));
    EXPECT_THAT(list(test.reader, "?due=soon"), HasSubstr("Save this view"));
    EXPECT_EQ(entries("saved_view.added"), 1);
}

TEST_F(Views, A_view_of_ones_own_is_nobody_elses) {
    save(test.reader, "Mine");
    const auto own = views_of(test.reader).front();
    EXPECT_EQ(program.get(&test.reader, page_of(own)).status, 200);
    for (const auto* other : {&test.unit, &test.constable, &test.outsider}) {
        EXPECT_EQ(program.get(other, page_of(own)).status, 404);
        EXPECT_THAT(program.get(other, "/views").body, Not(HasSubstr("Mine")));
        EXPECT_EQ(send(*other, page_of(own, "/withdraw"), "version=1&why=x").status, 404);
    }
    EXPECT_THAT(list(test.unit), Not(HasSubstr("Mine")));
    EXPECT_FALSE(views_of(test.reader).front().withdrawn_at);
}

TEST_F(Views, The_business_unit_shares_and_everybody_who_sees_the_list_finds_it) {
    EXPECT_EQ(save(test.reader, "All", "&shared=yes").status, 404);
    EXPECT_EQ(save(test.unit, "Shared+one", "&shared=yes").status, 303);
    const auto shared = views_of(test.unit).front();
    EXPECT_THAT(list(test.reader), HasSubstr("Shared one <b>shared</b>"));
    EXPECT_EQ(program.get(&test.reader, page_of(shared)).status, 200);
    EXPECT_EQ(send(test.reader, page_of(shared), "version=1&name=Other").status, 404);
    EXPECT_EQ(program.get(&test.outsider, page_of(shared)).status, 404);
    EXPECT_EQ(save(test.reader, "SHARED+one").status, 422);
}

TEST_F(Views, Everything_that_is_missing_is_said_and_nothing_is_saved) {
    EXPECT_THAT(save(test.reader, "").body, HasSubstr("Give the view a name."));
    EXPECT_EQ(save(test.reader, std::string(61, 'x')).status, 422);
    const auto everything = send(test.reader, "/views",
                                 "list=actions&name=x&query=page%3D2&within=" + test.plan.id.str());
    EXPECT_THAT(everything.body, HasSubstr("Choose filters, an order or columns"));
    EXPECT_EQ(send(test.reader, "/views", "list=nothing&name=x&query=due%3Dlate").status, 404);
    EXPECT_EQ(send(test.outsider, "/views",
                   "list=actions&name=x&query=due%3Dlate&within=" + test.plan.id.str())
                  .status,
              404);
    EXPECT_TRUE(views_of(test.reader).empty());
    EXPECT_EQ(entries("saved_view.added"), 0);
}

TEST_F(Views, Another_choice_takes_the_place_of_a_view_and_its_history_keeps_both) {
    save(test.reader, "Mine");
    const auto own = views_of(test.reader).front();
    const auto instead =
        "list=actions&name=&query=due%3Dsoon%26columns%3Downer%252Caction&within=" +
        test.plan.id.str() + "&instead_of=" + own.id.str();
    EXPECT_EQ(send(test.reader, "/views", instead + ":7").status, 422);
    EXPECT_EQ(send(test.reader, "/views", instead + ":1").status, 303);
    const auto now = views_of(test.reader).front();
    EXPECT_EQ(now.name, "Mine");
    EXPECT_EQ(now.query, "due=soon&columns=owner%2Caction");
    EXPECT_EQ(now.version, 2);
    EXPECT_THAT(program.get(&test.reader, page_of(own)).body,
                HasSubstr("It shows something else."));
    EXPECT_THAT(program.get(&test.reader, page_of(own)).body, HasSubstr("Columns: Owner, Action"));
}

TEST_F(Views, A_shared_view_is_withdrawn_with_a_reason_and_brought_back) {
    save(test.unit, "Shared", "&shared=yes");
    const auto shared = views_of(test.unit).front();
    EXPECT_THAT(send(test.unit, page_of(shared, "/withdraw"), "version=1").body,
                HasSubstr("say why it is withdrawn"));
    EXPECT_EQ(send(test.unit, page_of(shared, "/withdraw"), "version=9&why=Old").status, 422);
    EXPECT_EQ(send(test.unit, page_of(shared, "/withdraw"), "version=1&why=Old").status, 303);
    EXPECT_THAT(list(test.reader), Not(HasSubstr("Shared")));
    EXPECT_THAT(program.get(&test.unit, page_of(shared)).body, HasSubstr("Withdrawn: Old"));
    EXPECT_EQ(send(test.unit, page_of(shared, "/back"), "").status, 303);
    EXPECT_THAT(list(test.reader), HasSubstr("Shared <b>shared</b>"));
    EXPECT_EQ(entries("saved_view.withdrawn"), 1);
    EXPECT_EQ(entries("saved_view.brought_back"), 1);
}

TEST_F(Views, Every_view_is_as_its_history_says) {
    save(test.unit, "Shared", "&shared=yes");
    audit::Verdict sound;
    views::verify(test.db, sound);
    EXPECT_TRUE(sound.faults.empty());
    test.in_one_transaction([&] { test.db.execute("UPDATE saved_view SET query = 'due=none'"); });
    audit::Verdict changed;
    views::verify(test.db, changed);
    EXPECT_EQ(changed.faults.size(), 1u);
}

TEST_F(Views, Chosen_columns_stand_on_the_page_and_in_every_download) {
    const auto page = list(test.reader, "?columns=owner&columns=action&columns=status");
    EXPECT_THAT(page, HasSubstr("Columns, 3 chosen"));
    EXPECT_THAT(page, HasSubstr("data-say=\"Status:\">In progress</td>"));
    EXPECT_THAT(page, HasSubstr("actions.csv?columns=owner%2Caction%2Cstatus"));
    EXPECT_THAT(page, HasSubstr("?due=late&amp;columns=owner%2Caction%2Cstatus"));
    const auto csv = program.get(&test.reader, plan() + ".csv?columns=owner%2Caction%2Cstatus");
    EXPECT_EQ(csv.status, 200);
    EXPECT_EQ(entries("actions.downloaded"), 1);
    EXPECT_EQ(program.get(&test.outsider, plan() + ".csv").status, 404);
    EXPECT_EQ(entries("actions.downloaded"), 1);
}

TEST_F(Views, The_list_of_agencies_is_chosen_ordered_and_kept_alike) {
    test.in_one_transaction([&] {
        test.db.execute(
            "INSERT INTO agency (id, short_name, role, section_11, funds, contact, version, updated_at) "
            "SELECT id, '', 'Partner', 1, 0, '', 1, '2026-01-01T00:00:00.000Z' FROM owner");
        test.db.execute(
            "INSERT INTO agency_sector (agency_id, from_day, sector) SELECT id, '', 'Police' FROM owner");
    });
    const auto page = program.get(&test.reader, "/agencies?section_11=yes&sort=-name").body;
    EXPECT_THAT(page, HasSubstr("Asked under section 11"));
    EXPECT_THAT(page, HasSubstr("Section 11: Yes</a>"));
    EXPECT_EQ(
        send(test.reader, "/views", "list=agencies&within=&name=Eleven&query=section_11%3Dyes")
            .status,
        303);
    EXPECT_THAT(program.get(&test.reader, "/agencies").body, HasSubstr("Eleven <b>yours</b>"));
    EXPECT_EQ(send(test.reader, "/views", "list=agencies&within=elsewhere&name=E&query=funds%3Dyes")
                  .status,
              404);
    EXPECT_THAT(program.get(&test.reader, "/agencies?funds=yes").body,
                HasSubstr("No agencies match"));
}

} // namespace
} // namespace openmasa
