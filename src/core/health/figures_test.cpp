#include "core/health/figures.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

namespace openmasa::health {
namespace {

using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

http::Response nothing(Context&) {
    return {};
}
constexpr Route routes[] = {
    {Method::Get, "/plans/{id}", Permission::read_plan, nothing, Budget{1}},
    {Method::Post, "/plans/{id}", Permission::edit_plan, nothing, Budget{1}},
};

struct Figures : testing::Test {
    RequestFigures figures{{{.name = "test", .routes = routes}}};
};

TEST_F(Figures, Say_how_often_each_route_was_answered_and_how) {
    figures.count({&routes[0], 200, 4, 900us});
    figures.count({&routes[0], 404, 2, 1ms});
    figures.count({&routes[1], 303, 9, 30ms});
    EXPECT_THAT(figures.text(),
                HasSubstr("openmasa_requests_total{method=\"GET\",route=\"/plans/{id}\","
                          "status=\"2xx\"} 1\n"));
    EXPECT_THAT(figures.text(),
                HasSubstr("openmasa_requests_total{method=\"GET\",route=\"/plans/{id}\","
                          "status=\"4xx\"} 1\n"));
    EXPECT_THAT(figures.text(), HasSubstr("openmasa_statements_total{method=\"POST\","
                                          "route=\"/plans/{id}\"} 9\n"));
}

TEST_F(Figures, Count_each_answer_in_every_bucket_that_holds_it) {
    for (const auto took : {1ms, 6ms, 3000ms}) figures.count({&routes[0], 200, 1, took});
    const auto text = figures.text();
    const std::string bucket =
        "openmasa_request_seconds_bucket{method=\"GET\",route=\"/plans/{id}\",le=";
    EXPECT_THAT(text, HasSubstr(bucket + "\"0.001\"} 1\n")) << "the upper end belongs to it";
    EXPECT_THAT(text, HasSubstr(bucket + "\"0.005\"} 1\n"));
    EXPECT_THAT(text, HasSubstr(bucket + "\"0.01\"} 2\n"));
    EXPECT_THAT(text, HasSubstr(bucket + "\"+Inf\"} 3\n"));
    EXPECT_THAT(text, HasSubstr("_sum{method=\"GET\",route=\"/plans/{id}\"} 3.007\n"));
}

TEST_F(Figures, Name_no_address_that_is_not_a_route) {
    figures.count({nullptr, 404, 0, 1ms});
    EXPECT_THAT(figures.text(), HasSubstr("{route=\"none\",status=\"4xx\"} 1\n"));
    EXPECT_THAT(figures.text(), Not(HasSubstr("GET"))) << "what nobody asked for is left out";
}

TEST_F(Figures, Lose_nothing_when_many_count_at_once) {
    std::vector<std::thread> threads;
    for (int number = 0; number < 4; ++number)
        threads.emplace_back([&] {
            for (int count = 0; count < 5000; ++count) figures.count({&routes[0], 200, 1, 1ms});
        });
    for (auto& thread : threads) thread.join();
    EXPECT_THAT(figures.text(), HasSubstr("status=\"2xx\"} 20000\n"));
}

TEST(Gauges, Are_read_when_they_are_asked_for) {
    double value = 1;
    const std::vector<Gauge> gauges = {
        {"openmasa_database_bytes", "Size of the records.", [&] { return value; }}};
    EXPECT_THAT(text_of(gauges), HasSubstr("openmasa_database_bytes 1\n"));
    value = 2.5;
    EXPECT_THAT(text_of(gauges), HasSubstr("openmasa_database_bytes 2.5\n"));
}

} // namespace
} // namespace openmasa::health
