#include "web/http/form.hpp"
#include <gtest/gtest.h>

namespace openmasa::http {
namespace {

Request posted(std::string type, std::string body) {
    Request request;
    request.method = Method::post;
    if (!type.empty()) request.headers.push_back({"Content-Type", std::move(type)});
    request.body = std::move(body);
    return request;
}

Result<Form> urlencoded(std::string body) {
    auto request = posted("application/x-www-form-urlencoded", std::move(body));
    return read_form(request);
}

TEST(Query, Names_and_values_are_decoded) {
    const auto form = read_query("a=1&b=two+words&c=%C3%A9%26&d%5B%5D=x");
    EXPECT_EQ(form.text("a"), "1");
    EXPECT_EQ(form.text("b"), "two words");
    EXPECT_EQ(form.text("c"), "é&");
    EXPECT_EQ(form.text("d[]"), "x");
}

TEST(Query, A_name_may_come_without_a_value_and_more_than_once) {
    const auto form = read_query("open&status=late&status=done&&empty=&eq=a=b");
    EXPECT_TRUE(form.has("open"));
    EXPECT_TRUE(form.has("empty"));
    EXPECT_FALSE(form.has("closed"));
    EXPECT_EQ(form.all("status"), (std::vector<std::string_view>{"late", "done"}));
    EXPECT_EQ(form.text("status"), "late");
    EXPECT_EQ(form.text("eq"), "a=b");
    EXPECT_EQ(form.fields().size(), 5u);
}

TEST(Query, Malformed_escapes_stay_as_they_are) {
    EXPECT_EQ(read_query("a=100%&b=%zz&c=%4").text("a"), "100%");
    EXPECT_EQ(read_query("b=%zz").text("b"), "%zz");
    EXPECT_EQ(read_query("c=%4").text("c"), "%4");
}

TEST(Query, What_comes_in_is_cleaned) {
    EXPECT_EQ(read_query("a=x%00y").text("a"), "xy");
    EXPECT_EQ(read_query("a=%ff").text("a"), "\xEF\xBF\xBD");
    EXPECT_EQ(read_query("a=one%0D%0Atwo").text("a"), "one\ntwo");
}

TEST(Query, Past_2000_fields_the_rest_is_left_out) {
    std::string query;
    for (int at = 0; at < 2100; ++at) query += "a=" + std::to_string(at) + "&";
    const auto form = read_query(query);
    EXPECT_EQ(form.fields().size(), 2000u);
    EXPECT_EQ(form.fields().back().value, "1999");
}

TEST(Form, Text_is_trimmed_and_raw_is_as_typed) {
    const auto form = read_query("password=+secret+");
    EXPECT_EQ(form.text("password"), "secret");
    EXPECT_EQ(form.raw("password"), " secret ");
}

TEST(Form, A_posted_form_is_read_whatever_its_content_type_s_case_and_parameters) {
    auto request = posted("Application/X-WWW-Form-URLencoded ; charset=UTF-8", "a=1");
    const auto form = read_form(request);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->text("a"), "1");
}

TEST(Form, Nothing_at_all_is_an_empty_form) {
    auto request = posted("", "");
    const auto form = read_form(request);
    ASSERT_TRUE(form);
    EXPECT_TRUE(form->fields().empty());
}

TEST(Form, Another_content_type_is_refused) {
    for (const std::string type : {"", "text/plain", "application/json", "multipart/mixed"}) {
        auto request = posted(type, "a=1");
        const auto form = read_form(request);
        ASSERT_FALSE(form) << type;
        EXPECT_EQ(form.refusal().kind, Refusal::Kind::invalid);
    }
}

TEST(Form, A_form_past_its_limits_is_refused_not_cut) {
    std::string many;
    for (int at = 0; at < 2001; ++at) many += (at ? "&a=" : "a=");
    EXPECT_FALSE(urlencoded(many));
    EXPECT_TRUE(urlencoded(many.substr(3)));

    EXPECT_TRUE(urlencoded("text=" + std::string(most_value_bytes, 'x')));
    const auto refused = urlencoded("text=" + std::string(most_value_bytes + 1, 'x'));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().problems.at(0).field, "text");
}

TEST(Form, Decoding_undoes_encoding) {
    std::string every;
    for (int byte = 0; byte < 256; ++byte) every += static_cast<char>(byte);
    EXPECT_EQ(percent_decoded(percent_encoded(every), Plus::is_space), every);
    EXPECT_EQ(percent_decoded(percent_encoded(every), Plus::is_plus), every);
    EXPECT_EQ(percent_encoded("/a b?é"), "%2Fa%20b%3F%C3%A9");
    EXPECT_EQ(percent_encoded("Az09-._~"), "Az09-._~");
}

} // namespace
} // namespace openmasa::http
