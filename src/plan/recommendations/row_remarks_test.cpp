// Rows of a file that say what is recommended already: said beside them before anybody saves.
#include "core/registers/preview_views.hpp"
#include "core/registers/remarks.hpp"
#include "plan/recommendations/register.hpp"
#include "plan/recommendations/test_recommendations.hpp"
#include <gmock/gmock.h>

namespace openmasa::recommendations {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class RowRemarks : public TestRecommendations {
protected:
    registers::Preview seen(std::vector<std::string> titles, std::size_t most = 200) {
        sheet::Sheet sheet{.names = {"As published", "Source", "Kind of source"},
                           .rows = {},
                           .faults = {},
                           .remarks = {}};
        int number = 1;
        for (auto& title : titles)
            sheet.rows.push_back({++number, {std::move(title), "Thematic review", "Audit"}});
        auto preview = registers::look(test.db, test.unit, recommendation_register, sheet,
                                       registers::Policy::stop);
        EXPECT_TRUE(preview);
        registers::remark_on_new_rows(test.db, test.unit, *preview, most);
        test.db.finish();
        return std::move(*preview);
    }
    RecommendationId old = added(of_an_audit("Every agency records <what> the child said"));
    std::string again = "All agencies should record what the child said";
};

TEST_F(RowRemarks, A_new_row_that_says_the_same_names_which_one_is_there) {
    auto other = of_an_audit("Train foster carers in safer sleep");
    other.source.words = "Foster carers are trained in safer sleep.";
    added(other);
    const auto preview = seen({again, "Publish the timetable of the panel"});
    ASSERT_TRUE(preview.rows[0].remark);
    EXPECT_THAT(preview.rows[0].remark->name, HasSubstr("Every agency records <what>"));
    EXPECT_EQ(preview.rows[0].remark->address, "/recommendations/" + old.str());
    EXPECT_FALSE(preview.rows[1].remark);
    EXPECT_THAT(preview.remarks,
                ElementsAre("Of 2 new rows, 1 is like what is there already: see beside it."));

    const auto page = registers::preview_view({.form_token = {},
                                               .address = "/here",
                                               .file_name = "rows.csv",
                                               .rows = 2,
                                               .columns = 2,
                                               .compared_at = "now",
                                               .preview = preview,
                                               .problems = {}});
    EXPECT_THAT(std::string(page.view()), HasSubstr("/recommendations/" + old.str() + "\""));
    EXPECT_THAT(std::string(page.view()), Not(HasSubstr("<what>")));
}

TEST_F(RowRemarks, A_hundred_rows_take_no_more_statements_than_two) {
    const auto statements = [&](std::size_t rows) {
        const std::vector<registers::Cells> cells(
            rows, registers::Cells(recommendation_register.columns.size(), again));
        const int before = test.db.statements();
        EXPECT_EQ(recommendation_register.remarks(test.db, test.unit, cells).size(), rows);
        const int taken = test.db.statements() - before;
        test.db.finish();
        return taken;
    };
    statements(1); // makes the index
    EXPECT_EQ(statements(100), statements(2));
}

TEST_F(RowRemarks, Only_as_many_are_compared_as_are_shown_and_one_that_is_there_is_not) {
    const auto first = seen({"Publish the timetable", again}, 1);
    EXPECT_FALSE(first.rows[1].remark);
    EXPECT_THAT(first.remarks, IsEmpty());
    const auto two = seen({again, again + " each year"}, 1);
    EXPECT_TRUE(two.rows[0].remark);
    EXPECT_THAT(
        two.remarks,
        ElementsAre("Of the first 1 new row, 1 is like what is there already: see beside it."));
}

} // namespace
} // namespace openmasa::recommendations
