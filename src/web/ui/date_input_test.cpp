#include "web/ui/date_input.hpp"
#include "web/ui/form_fixture_test.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

namespace {

DatePart part(const fixture::Options& options) {
    return {.name = fixture::text(options, "name"),
            .label = fixture::text(options, "label"),
            .value = fixture::text(options, "value"),
            .error = fixture::maybe_flag(options, "error"),
            .id = fixture::text(options, "id"),
            .input_mode = fixture::maybe_text(options, "inputmode").value_or("numeric"),
            .autocomplete = fixture::text(options, "autocomplete"),
            .pattern = fixture::text(options, "pattern"),
            .classes = fixture::text(options, "classes"),
            .attributes = fixture::attributes(options)};
}

/// `false` leaves the day, month or year out.
DatePart standard_part(const fixture::Options& options, const char* key) {
    auto read = part(fixture::object(options, key));
    read.left_out = options.HasMember(key) && !fixture::flag(options, key);
    return read;
}

std::vector<DatePart> items(const fixture::Options& options) {
    std::vector<DatePart> read;
    for (const auto* item : fixture::items(options, "items")) read.push_back(part(*item));
    return read;
}

std::map<std::string, std::string> values(const fixture::Options& options) {
    std::map<std::string, std::string> read;
    const auto& given = fixture::object(options, "values");
    for (const auto& [name, value] : given.GetObject()) {
        read[name.GetString()] = fixture::text(given, name.GetString());
    }
    return read;
}

} // namespace

TEST(DateInput, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("date-input", [](const fixture::Options& options) {
        return date_input({.id = fixture::text(options, "id"),
                           .name_prefix = fixture::text(options, "namePrefix"),
                           .fieldset = fixture::fieldset(options),
                           .hint = fixture::hint(options),
                           .error_message = fixture::error_message(options),
                           .day = standard_part(options, "day"),
                           .month = standard_part(options, "month"),
                           .year = standard_part(options, "year"),
                           .items = items(options),
                           .values = values(options),
                           .form_group = fixture::form_group(options),
                           .classes = fixture::text(options, "classes"),
                           .attributes = fixture::attributes(options)});
    });
}

TEST(DateInput, Values_are_found_as_the_form_sent_them) {
    const auto shown = date_input(
        {.id = "due", .name_prefix = "due", .values = {{"due-day", "31"}, {"due-year", "2026"}}});
    const auto shows = [&](std::string_view piece) {
        return shown.view().find(piece) != piece.npos;
    };
    EXPECT_TRUE(shows(R"(id="due-day" name="due-day" type="text" value="31")"));
    EXPECT_TRUE(shows(R"(id="due-month" name="due-month" type="text" inputmode)"));
    EXPECT_TRUE(shows(R"(id="due-year" name="due-year" type="text" value="2026")"));
}

TEST(DateInput, A_box_with_a_name_of_its_own_takes_only_the_value_of_that_name) {
    const auto shown = date_input(
        {.id = "due", .year = {.name = "edition"}, .values = {{"day", "31"}, {"year", "2026"}}});
    EXPECT_NE(shown.view().find(R"(name="day" type="text" value="31")"), std::string_view::npos);
    EXPECT_EQ(shown.view().find("2026"), std::string_view::npos);
}

} // namespace openmasa::ui
