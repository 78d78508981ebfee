#include "plan/year/filter.hpp"
#include <gmock/gmock.h>

namespace openmasa::year {
namespace {

using plan::Status;
using testing::ElementsAre;

constexpr auto a = "01arz3ndektsv4rrffq69g5fav", b = "01bx5zzkbkactav9wevgemmvrz";

Filter filter(std::string_view query) {
    return read_filter(http::read_query(query));
}

TEST(YearFilter, reads_the_fields_of_the_list_of_actions) {
    const auto read = filter(std::string("priority=") + a + "&priority=" + b +
                             "&status=done&owner=" + b + "&tag=" + a + "&open=only");
    EXPECT_EQ(read.priorities.size(), 2u);
    EXPECT_THAT(read.statuses, ElementsAre(Status::done));
    EXPECT_EQ(read.owner, Filter::Owner::one);
    EXPECT_EQ(read.owner_id.view(), b);
    EXPECT_TRUE(read.only_open);
    EXPECT_EQ(read.in_use(), 5);
}

TEST(YearFilter, leaves_out_what_makes_no_sense) {
    EXPECT_EQ(filter("priority=x&status=great&owner=everyone&tag=&open=1"), Filter{});
    EXPECT_EQ(filter("").in_use(), 0);
}

TEST(YearFilter, is_read_again_from_its_query) {
    for (const std::string& query :
         {std::string(), std::string("priority=") + a + "&status=at_risk&owner=none&open=only",
          std::string("tag=") + a + "&tag=" + b + "&owner=" + a})
        EXPECT_EQ(filter(to_query(filter(query))), filter(query)) << query;
}

TEST(YearFilter, says_open_to_the_list_by_its_statuses) {
    EXPECT_EQ(to_list_query(filter("open=only&owner=none")),
              "status=not_started&status=in_progress&status=at_risk&status=blocked&owner=none");
    EXPECT_EQ(to_list_query(filter("open=only&status=at_risk&status=done")), "status=at_risk");
    EXPECT_EQ(to_list_query(filter("status=done")), "status=done");
}

TEST(YearFilter, an_address_without_a_query_has_no_mark_of_one) {
    EXPECT_EQ(with_query("/plans/1/board", ""), "/plans/1/board");
    EXPECT_EQ(with_query("/plans/1/board", "owner=none"), "/plans/1/board?owner=none");
}

} // namespace
} // namespace openmasa::year
