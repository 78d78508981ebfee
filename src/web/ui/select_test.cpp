#include "web/ui/form_fixture_test.hpp"
#include "web/ui/select.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

namespace {

/// Here false is a value like any other.
std::optional<std::string> value(const fixture::Options& item) {
    const bool is_false = item.HasMember("value") && item["value"].IsFalse();
    return is_false ? "false" : fixture::maybe_text(item, "value");
}

std::vector<SelectItem> select_items(const fixture::Options& options) {
    std::vector<SelectItem> read;
    for (const auto* item : fixture::items(options, "items")) {
        read.push_back({.text = fixture::text(*item, "text"),
                        .value = value(*item),
                        .selected = fixture::maybe_flag(*item, "selected"),
                        .disabled = fixture::flag(*item, "disabled"),
                        .attributes = fixture::attributes(*item)});
    }
    return read;
}

} // namespace

TEST(Select, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("select", [](const fixture::Options& options) {
        return select({.name = fixture::text(options, "name"),
                       .id = fixture::text(options, "id"),
                       .label = fixture::label(options),
                       .hint = fixture::hint(options),
                       .error_message = fixture::error_message(options),
                       .value = fixture::text(options, "value"),
                       .items = select_items(options),
                       .disabled = fixture::flag(options, "disabled"),
                       .described_by = fixture::text(options, "describedBy"),
                       .form_group = fixture::form_group(options),
                       .classes = fixture::text(options, "classes"),
                       .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
