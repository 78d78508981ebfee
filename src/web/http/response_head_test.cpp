#include "web/http/response_head.hpp"
#include <gtest/gtest.h>
#include <stdexcept>

namespace openmasa::http {
namespace {

using namespace std::chrono_literals;

TEST(ResponseHead, It_is_written_as_HTTP_writes_it) {
    Response response{404, {}, "gone"};
    response.set("Content-Type", "text/html").set("Content-Length", "7").set("date", "never");
    EXPECT_EQ(response_head(response, Afterwards::close, "today"),
              "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 4\r\n"
              "Date: today\r\nConnection: close\r\n\r\n");
}

TEST(ResponseHead, Statuses_without_a_body_have_no_length) {
    for (const int status : {100, 204, 304}) {
        const auto head = response_head({status, {}, ""}, Afterwards::keep_open, "today");
        EXPECT_EQ(head.find("Content-Length"), head.npos) << status;
        EXPECT_FALSE(has_body(status));
    }
}

TEST(ResponseHead, What_would_add_a_line_is_an_error) {
    for (const Header& header : std::vector<Header>{
             {"Location", "/a\r\nX: y"}, {"Location", "\n"}, {"A b", "c"}, {"", "c"}, {"X:", "c"}})
        EXPECT_THROW(response_head({303, {header}, ""}, Afterwards::close, "today"),
                     std::invalid_argument);
}

TEST(ResponseHead, Dates_are_written_as_RFC_9110_shows) {
    EXPECT_EQ(http_date(std::chrono::sys_seconds(784111777s)), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(http_date(std::chrono::sys_seconds(0s)), "Thu, 01 Jan 1970 00:00:00 GMT");
}

} // namespace
} // namespace openmasa::http
