#include "web/http/form.hpp"
#include <gtest/gtest.h>

namespace openmasa::http {
namespace {

using namespace std::string_literals;

constexpr std::string_view type = "multipart/form-data; boundary=----b7";

Result<Form> read(std::string body, std::string_view content_type = type) {
    Request request;
    request.headers.push_back({"Content-Type", std::string(content_type)});
    request.body = std::move(body);
    return read_form(request);
}

std::string field(const std::string& name, const std::string& value) {
    return "------b7\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value +
           "\r\n";
}

std::string file(const std::string& name, const std::string& parameters,
                 const std::string& content) {
    return "------b7\r\nContent-Disposition: form-data; name=\"" + name + "\"; " + parameters +
           "\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
}

const std::string end = "------b7--\r\n";

/// The name that a file arrives with, sent with these parameters.
std::string file_name(const std::string& parameters) {
    const auto form = read(file("plan", parameters, "x") + end);
    if (!form || form->file("plan") == nullptr) return "(refused)";
    return form->file("plan")->file_name;
}

TEST(Multipart, Fields_and_a_file_are_read) {
    const auto form = read(field("title", " Neglect ") + file("plan", "filename=\"a.docx\"", "PK") +
                           field("title", "two") + end);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->text("title"), "Neglect");
    EXPECT_EQ(form->all("title").size(), 2u);
    ASSERT_NE(form->file("plan"), nullptr);
    EXPECT_EQ(form->file("plan")->file_name, "a.docx");
    EXPECT_EQ(form->file("plan")->content_type, "application/octet-stream");
    EXPECT_EQ(form->file("plan")->content, "PK");
    EXPECT_TRUE(form->has("plan"));
    EXPECT_EQ(form->text("plan"), "") << "a file is no text";
}

TEST(Multipart, A_file_s_content_is_untouched) {
    std::string every;
    for (int byte = 0; byte < 256; ++byte) every += static_cast<char>(byte);
    for (const std::string& content :
         {every, std::string("\r\n"), std::string("\r\n\r\n"), std::string("\r"), std::string("\n"),
          std::string("--"), std::string("\r\n--"), std::string("a\r\n------b"),
          std::string("a\r\n------b7x\r\nb"), std::string("a\r\n------b7-\r\nb"),
          std::string("a\r\n------b7--x"), std::string("\n------b7\n"),
          std::string("x------b7\r\n"), std::string("\r\r\n-----b7\r\n")}) {
        const auto form = read(file("plan", "filename=f", content) + field("after", "1") + end);
        ASSERT_TRUE(form) << content;
        EXPECT_EQ(form->file("plan")->content, content);
        EXPECT_EQ(form->text("after"), "1");
    }
}

TEST(Multipart, Several_files_keep_their_own_content) {
    const auto form =
        read(file("a", "filename=a", "small") + file("b", "filename=b", std::string(100'000, 'b')) +
             file("c", "filename=c", "") + field("d", "text") + end);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->file("a")->content, "small");
    EXPECT_EQ(form->file("b")->content, std::string(100'000, 'b'));
    EXPECT_EQ(form->file("c")->content, "");
    EXPECT_EQ(form->text("d"), "text");
}

TEST(Multipart, A_file_field_left_empty_is_no_file) {
    const auto form = read(file("plan", "filename=\"\"", "") + end);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->file("plan"), nullptr);
    EXPECT_FALSE(form->has("plan"));
}

TEST(Multipart, Text_is_cleaned) {
    const auto form = read(field("notes", "one\r\ntwo\0 three"s) + end);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->text("notes"), "one\ntwo three");
    EXPECT_EQ(read(field("n", "a\xff") + end)->text("n"), "a\xEF\xBF\xBD");
}

TEST(Multipart, File_names_lose_their_folders) {
    EXPECT_EQ(file_name("filename=\"C:\\fakepath\\plan.docx\""), "plan.docx");
    EXPECT_EQ(file_name("filename=\"../../etc/passwd\""), "passwd");
    EXPECT_EQ(file_name("filename=\"a/..\""), "");
    EXPECT_EQ(file_name("filename=\"folder/\""), "");
    EXPECT_EQ(file_name("filename*=UTF-8''..%2Fplan.docx"), "plan.docx");
}

TEST(Multipart, File_names_come_out_of_their_quotes) {
    EXPECT_EQ(file_name("filename=plain.docx"), "plain.docx");
    EXPECT_EQ(file_name("filename=\"two; words.docx\""), "two; words.docx");
    EXPECT_EQ(file_name("filename=\"a %22b%22.docx\""), "a \"b\".docx") << "as browsers write";
    EXPECT_EQ(file_name("filename=\"a \\\"b\\\".docx\""), "a \"b\".docx") << "as others write";
    EXPECT_EQ(file_name("filename=\"100%25.docx\""), "100%25.docx");
    EXPECT_EQ(file_name("filename=\"two%0D%0Alines\""), "two lines");
    EXPECT_EQ(file_name("FileName = \"a.docx\" ; size=3"), "a.docx");
}

TEST(Multipart, File_names_in_any_script_are_kept) {
    EXPECT_EQ(file_name("filename=\"Überblick.docx\""), "Überblick.docx");
    EXPECT_EQ(file_name("filename=\"x.docx\"; filename*=UTF-8'en'%C3%9Cber.docx"), "Über.docx");
    EXPECT_EQ(file_name("filename=\"x.docx\"; filename*=latin1''%DC.docx"), "x.docx");
    EXPECT_EQ(file_name("filename=\"x.docx\"; filename*=nonsense"), "x.docx");
}

TEST(Multipart, The_boundary_may_be_quoted_and_the_rest_of_the_frame_is_passed_over) {
    const std::string body = "preamble\r\n--a b \t\r\nContent-Disposition: form-data; name=x\r\n"
                             "X-Other: y\r\n\r\n1\r\n--a b--\r\nepilogue\r\n--a b\r\n";
    const auto form = read(body, "Multipart/Form-Data; charset=utf-8; Boundary=\"a b\"");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->text("x"), "1");
    EXPECT_EQ(form->fields().size(), 1u);
}

TEST(Multipart, A_form_without_any_field_is_empty) {
    const auto form = read("------b7--");
    ASSERT_TRUE(form);
    EXPECT_TRUE(form->fields().empty());
}

TEST(Multipart, A_body_that_was_cut_short_is_refused_wherever_it_was_cut) {
    const auto whole =
        field("title", "x") + file("plan", "filename=\"a\"", "content") + "------b7--";
    ASSERT_TRUE(read(whole));
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(read(whole.substr(0, length))) << length;
}

TEST(Multipart, Malformed_parts_are_refused) {
    const std::string part = "------b7\r\n";
    EXPECT_FALSE(read(part + "\r\nno head\r\n" + end));
    EXPECT_FALSE(read(part + "Content-Type: text/plain\r\n\r\nno name\r\n" + end));
    EXPECT_FALSE(read(part + "Content-Disposition: form-data\r\n\r\nx\r\n" + end));
    EXPECT_FALSE(read(part + "Content-Disposition: attachment; name=a\r\n\r\nx\r\n" + end));
    EXPECT_FALSE(read(part + "Content-Disposition: form-data; name=\"\"\r\n\r\nx\r\n" + end));
    EXPECT_FALSE(read(part + "no colon\r\n\r\nx\r\n" + end));
    EXPECT_FALSE(read(part + part + end));
    EXPECT_FALSE(read("------b7\nContent-Disposition: form-data; name=a\n\nx\n------b7--\n"));
    EXPECT_FALSE(read(part + "X: " + std::string(20'000, 'x') +
                      "\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n" + end));
}

TEST(Multipart, A_missing_or_overlong_boundary_is_refused) {
    EXPECT_FALSE(read(end, "multipart/form-data"));
    EXPECT_FALSE(read(end, "multipart/form-data; boundary="));
    const std::string boundary(71, 'b');
    EXPECT_FALSE(read("--" + boundary + "--", "multipart/form-data; boundary=" + boundary));
}

TEST(Multipart, Past_the_limits_it_is_refused) {
    std::string fields, files;
    for (int at = 0; at < 2000; ++at) fields += field("a", "1");
    for (int at = 0; at < 20; ++at) files += file("f", "filename=f", "1");
    EXPECT_TRUE(read(fields + files + end));
    EXPECT_FALSE(read(fields + field("a", "1") + end));
    EXPECT_FALSE(read(files + file("f", "filename=f", "1") + end));
    EXPECT_TRUE(read(field("text", std::string(most_value_bytes, 'x')) + end));
    const auto refused = read(field("text", std::string(most_value_bytes + 1, 'x')) + end);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().problems.at(0).field, "text");
}

TEST(Multipart, The_body_is_given_up) {
    Request request;
    request.headers.push_back({"Content-Type", std::string(type)});
    request.body = file("plan", "filename=f", std::string(100'000, 'x')) + end;
    const char* memory = request.body.data();
    auto form = read_form(request);
    ASSERT_TRUE(form);
    EXPECT_TRUE(request.body.empty());
    EXPECT_EQ(form->file("plan")->content.data(), memory) << "the file was copied";
}

} // namespace
} // namespace openmasa::http
