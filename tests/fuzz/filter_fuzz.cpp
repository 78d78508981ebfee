// Whatever stands after the question mark of an address: reading it never fails, makes no sense of
// nonsense, and what is written of it into the next address is read as the same.
#include "core/audit/log.hpp"
#include "core/registers/column.hpp"
#include "core/routing/looking_back.hpp"
#include "kernel/text.hpp"
#include "plan/actions/filter.hpp"
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>

namespace {

using namespace openmasa;

void must(bool holds) {
    if (!holds) std::abort();
}

/// An address is plain ASCII, and nothing in it ends an attribute or begins another field.
void is_address(std::string_view query) {
    for (unsigned char c : query) must(c > 0x20 && c < 0x7f && c != '"' && c != '<' && c != '\'');
    must(query.find("&&") == query.npos && !query.ends_with('&'));
}

void actions(const http::Form& form) {
    const auto filter = plan::read_filter(form);
    const auto query = plan::to_query(filter);
    is_address(query);
    must(plan::read_filter(http::read_query(query)) == filter);
    must(cleaned(filter.words) == filter.words && filter.page >= 1 && filter.in_use() >= 0);
}

void log(const http::Form& form) {
    const auto filter = audit::read_log_filter(form);
    const auto query = audit::to_query(filter);
    is_address(query);
    must(audit::read_log_filter(http::read_query(query)) == filter);
}

void columns(const http::Form& form) {
    static constexpr std::array<registers::Column, 3> known{
        {{.key = "reference", .label = "Reference"},
         {.key = "owner", .label = "Owner"},
         {.key = "target_date", .label = "Target date"}}};
    const auto chosen = registers::chosen_columns(known, form.text("columns"));
    must(!chosen.empty() && chosen.size() <= known.size());
    must(std::set(chosen.begin(), chosen.end()).size() == chosen.size());
    for (auto place : chosen) must(place < known.size());
}

/// Any address, looking back: the day stays in it, and so does everything else that it asks for.
void past_day(const http::Form& form) {
    const auto asked = looking_back::asked(form, day(2026, 1, 22));
    if (!asked.as_at) return;
    must(asked.as_at->day <= day(2026, 1, 22));
    const auto filter = plan::read_filter(form);
    const auto address = looking_back::kept_in("/actions?" + plan::to_query(filter), *asked.as_at);
    const auto again = http::read_query(std::string_view(address).substr(address.find('?') + 1));
    const auto kept = looking_back::asked(again, day(2026, 1, 22));
    must(kept.as_at && kept.as_at->day == asked.as_at->day &&
         kept.as_at->as_known_then == asked.as_at->as_known_then);
    must(plan::read_filter(again) == filter);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto form = http::read_query({reinterpret_cast<const char*>(data), size});
    actions(form);
    log(form);
    columns(form);
    past_day(form);
    return 0;
}
