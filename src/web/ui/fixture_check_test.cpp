#include "kernel/test_repository.hpp"
#include "web/ui/fixture_test.hpp"
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>
#include <iterator>

namespace openmasa::ui::fixture {
namespace {

constexpr int differences_shown = 3;

using Render = std::function<Html(const Options&)>;

void check(const std::string& component, const std::string& json, const Render& render);
std::string output_of(const std::string& command);
std::string difference(const std::string& expected, const std::string& got);
std::vector<std::string_view> lines_of(std::string_view text);
const Options* value(const Options& options, const char* key);
bool is_truthy(const Options& value);

} // namespace

void check_component(const std::string& component, const Render& render) {
    const auto path = fmt::format("{}/govuk-frontend/dist/govuk/components/{}/fixtures.json",
                                  in_repository("node_modules"), component);
    std::ifstream file(path, std::ios::binary);
    check(component, std::string(std::istreambuf_iterator<char>(file), {}), render);
}

void check_moj_component(const std::string& component, const Render& render) {
    const auto command =
        fmt::format("node '{}' {}", in_repository("tests/fixtures/moj_oracle.mjs"), component);
    check(component, output_of(command), render);
}

void expect_same_markup(const std::string& name, std::string_view expected, std::string_view got) {
    const auto expected_form = normalised(expected), got_form = normalised(got);
    EXPECT_TRUE(expected_form == got_form) << name << ":\n" << difference(expected_form, got_form);
}

bool has(const Options& options, const char* key) {
    return value(options, key) != nullptr;
}

std::string text(const Options& options, const char* key) {
    return maybe_text(options, key).value_or("");
}

std::string text_or(const Options& options, const char* key, const char* otherwise) {
    const auto found = text(options, key);
    return found.empty() ? otherwise : found;
}

std::optional<std::string> maybe_text(const Options& options, const char* key) {
    const auto* found = value(options, key);
    if (!found) return std::nullopt;
    if (found->IsString()) return std::string(found->GetString(), found->GetStringLength());
    if (found->IsInt64()) return std::to_string(found->GetInt64());
    if (found->IsDouble()) return fmt::format("{}", found->GetDouble());
    return std::nullopt;
}

bool flag(const Options& options, const char* key) {
    const auto* found = value(options, key);
    return found && is_truthy(*found);
}

std::optional<bool> maybe_flag(const Options& options, const char* key) {
    const auto* found = value(options, key);
    return found ? std::optional(is_truthy(*found)) : std::nullopt;
}

int number(const Options& options, const char* key, int otherwise) {
    const auto* found = value(options, key);
    return found && found->IsInt() ? found->GetInt() : otherwise;
}

Html markup(const Options& options, const char* key) {
    return trusted_html(text(options, key));
}

Content content(const Options& options, const char* text_key, const char* html_key) {
    if (auto given = markup(options, html_key); !given.empty()) return given;
    return text(options, text_key);
}

Content content_or(const Options& options, const char* otherwise) {
    const auto found = content(options);
    return found.empty() ? otherwise : found;
}

Attributes attributes(const Options& options, const char* key) {
    Attributes read;
    const auto& given = object(options, key);
    for (const auto& member : given.GetObject()) {
        const auto value = text(given, member.name.GetString());
        read.add({member.name.GetString(), std::string_view(value)});
    }
    return read;
}

const Options& object(const Options& options, const char* key) {
    static const Options empty(rapidjson::kObjectType);
    const auto* found = value(options, key);
    return found && found->IsObject() ? *found : empty;
}

std::vector<const Options*> items(const Options& options, const char* key) {
    std::vector<const Options*> entries;
    const auto* found = value(options, key);
    if (!found || !found->IsArray()) return entries;
    for (const auto& entry : found->GetArray()) {
        if (is_truthy(entry)) entries.push_back(&entry);
    }
    return entries;
}

namespace {

void check(const std::string& component, const std::string& json, const Render& render) {
    rapidjson::Document document;
    document.Parse(json.data(), json.size());
    if (document.HasParseError() || !document.IsObject()) {
        FAIL() << component << " has no fixtures that can be read: run npm ci --ignore-scripts";
    }
    const auto& fixtures = document["fixtures"].GetArray();
    int passed = 0, failed = 0;
    for (const auto& fixture : fixtures) {
        const auto expected = normalised(fixture["html"].GetString());
        const auto got = normalised(render(fixture["options"]).view());
        if (got == expected) {
            ++passed;
        } else if (++failed <= differences_shown) {
            ADD_FAILURE() << component << ", \"" << fixture["name"].GetString() << "\":\n"
                          << difference(expected, got);
        }
    }
    std::printf("%s: %d/%u fixtures\n", component.c_str(), passed, fixtures.Size());
    EXPECT_GT(fixtures.Size(), 0u);
    EXPECT_EQ(passed, static_cast<int>(fixtures.Size())) << component;
}

std::string output_of(const std::string& command) {
    auto* pipe = popen(command.c_str(), "r");
    if (!pipe) return "";
    std::string output;
    char piece[4096];
    while (const auto count = std::fread(piece, 1, sizeof piece, pipe)) output.append(piece, count);
    EXPECT_EQ(pclose(pipe), 0) << command;
    return output;
}

std::string difference(const std::string& expected, const std::string& got) {
    const auto wanted = lines_of(expected), given = lines_of(got);
    const auto [part, other] =
        std::mismatch(wanted.begin(), wanted.end(), given.begin(), given.end());
    const auto line = [](auto at, auto end) { return at == end ? "(the end)" : *at; };
    return fmt::format("line {}: expected {}\n        got      {}\n-- expected\n{}-- got\n{}",
                       part - wanted.begin() + 1, line(part, wanted.end()),
                       line(other, given.end()), expected, got);
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1);
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return lines;
}

/// What stands under the key; nothing for null and for what is not there.
const Options* value(const Options& options, const char* key) {
    if (!options.IsObject()) return nullptr;
    const auto found = options.FindMember(key);
    return found == options.MemberEnd() || found->value.IsNull() ? nullptr : &found->value;
}

/// As JavaScript sees it.
bool is_truthy(const Options& value) {
    if (value.IsString()) return value.GetStringLength() > 0;
    if (value.IsNumber()) return value.GetDouble() != 0;
    return !value.IsNull() && !value.IsFalse();
}

/// Runs the check, and gives what it reported and printed instead of failing this test.
std::pair<int, std::string> failures_and_output(const Render& render) {
    testing::TestPartResultArray reported;
    testing::internal::CaptureStdout();
    {
        const testing::ScopedFakeTestPartResultReporter instead(
            testing::ScopedFakeTestPartResultReporter::INTERCEPT_ONLY_CURRENT_THREAD, &reported);
        check_component("tag", render);
    }
    return {reported.size(), testing::internal::GetCapturedStdout()};
}

TEST(FixtureCheck, Fails_for_a_component_that_gives_something_else) {
    const auto [failures, output] = failures_and_output([](const Options&) { return Html(); });
    EXPECT_EQ(failures, differences_shown + 1);
    EXPECT_THAT(output, testing::StartsWith("tag: 0/"));
}

TEST(FixtureCheck, Fails_for_one_wrong_fixture) {
    const auto [failures, output] = failures_and_output([](const Options& options) {
        const auto classes = text(options, "classes");
        return html("<strong class=\"govuk-tag {}\"{}>{}</strong>",
                    classes == "govuk-tag--grey" ? "" : classes, attributes(options),
                    content(options));
    });
    EXPECT_EQ(failures, 2);
    EXPECT_THAT(output, testing::StartsWith("tag: 11/12"));
}

} // namespace
} // namespace openmasa::ui::fixture
