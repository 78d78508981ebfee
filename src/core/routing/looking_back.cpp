#include "core/routing/looking_back.hpp"
#include "core/routing/reply.hpp"
#include "kernel/target_date.hpp"
#include <fmt/format.h>

namespace openmasa::looking_back {
namespace {

using history::AsAt;

std::optional<Day> day_from(std::string_view words) {
    if (const auto exact = day_from_iso(words)) return exact;
    const auto understood = understand_date(words);
    return understood.kind == TargetDate::Kind::day ? understood.latest : std::nullopt;
}

/// Where the day means nothing: these pages are about now.
bool is_about_now(std::string_view address) {
    for (std::string_view start : {"/assets/", "/account", "/help", "/accessibility", "/sign",
                                   "/plans/import", "/imports/", "/history/", "/retention"})
        if (address.starts_with(start)) return true;
    return address.starts_with("//");
}

/// Both as they stand in an attribute: & is &amp;.
std::string kept_in_attribute(std::string_view address, const AsAt& as_at) {
    std::string query(escaped(query_of(as_at)).view());
    const auto hash = address.find('#');
    const bool has_query = address.substr(0, hash).find('?') != address.npos;
    auto kept = std::string(address.substr(0, hash)) + (has_query ? "&amp;" : "?") + query;
    return hash == address.npos ? kept : kept.append(address.substr(hash));
}

Html hidden_fields(const AsAt& as_at) {
    return html(R"(<input type="hidden" name="{}" value="{}">)", day_field, iso(as_at.day)) +
           when(as_at.as_known_then,
                html(R"(<input type="hidden" name="{}" value="then">)", known_field));
}

/// The same page without the day, with the rest of its query.
std::string address_now(const Context& context) {
    std::string address = context.request.path;
    char separator = '?';
    for (const auto& field : context.form.fields()) {
        if (field.name == day_field || field.name == known_field) continue;
        address +=
            fmt::format("{}{}={}", std::exchange(separator, '&'), http::percent_encoded(field.name),
                        http::percent_encoded(field.value));
    }
    return address;
}

std::string address_as_at(const Context& context, const AsAt& as_at) {
    return kept_in(address_now(context), as_at);
}

Html other_fields(const Context& context) {
    Html fields;
    for (const auto& field : context.form.fields())
        if (field.name != day_field && field.name != known_field)
            append(fields, R"(<input type="hidden" name="{}" value="{}">)", field.name,
                   field.value);
    return fields;
}

constexpr std::string_view link_start = " href=\"";

/// ` href="/actions/1` and what follows it up to the quotation mark, with the day.
void append_link(std::string& to, std::string_view link, const AsAt& as_at) {
    const auto address = link.substr(link_start.size());
    if (is_about_now(address)) {
        to += link;
        return;
    }
    to += link_start;
    to += kept_in_attribute(address, as_at);
}

/// Every link below this place; `page` is at its end without one.
std::string with_days_in_links(std::string_view page, const AsAt& as_at) {
    std::string kept;
    kept.reserve(page.size() + page.size() / 8);
    for (auto at = page.find(" href=\"/"); at != page.npos; at = page.find(" href=\"/")) {
        const auto end = page.find('"', at + link_start.size());
        kept += page.substr(0, at);
        append_link(kept, page.substr(at, end - at), as_at);
        page.remove_prefix(end);
    }
    return kept.append(page);
}

/// Posted, or one that asks for the day itself (data-own-day).
bool has_no_day_of_the_page(std::string_view tag) {
    return tag.find("method=\"post\"") != tag.npos || tag.find(" data-own-day") != tag.npos;
}

/// Every form that asks for a page carries the day.
std::string with_days_in_forms(std::string_view page, const AsAt& as_at) {
    std::string kept;
    for (auto at = page.find("<form "); at != page.npos; at = page.find("<form ")) {
        const auto end = page.find('>', at) + 1;
        const auto tag = page.substr(at, end - at);
        kept += page.substr(0, end);
        if (!has_no_day_of_the_page(tag)) kept += hidden_fields(as_at).view();
        page.remove_prefix(end);
    }
    return kept.append(page);
}

} // namespace

Asked asked(const http::Form& query, Day today) {
    const auto words = query.text(day_field);
    if (words.empty()) return {};
    const auto day = day_from(words);
    if (!day) return {.as_at = {}, .problem = fmt::format("\u201c{}\u201d is not a day.", words)};
    if (*day > today)
        return {.as_at = {}, .problem = fmt::format("{} has not been yet.", spoken_long(*day))};
    return {.as_at = AsAt{.day = *day, .as_known_then = query.text(known_field) == "then"},
            .problem = {}};
}

std::string query_of(const AsAt& as_at) {
    return fmt::format("{}={}{}", day_field, iso(as_at.day),
                       as_at.as_known_then ? fmt::format("&{}=then", known_field) : "");
}

std::string kept_in(std::string_view address, const AsAt& as_at) {
    const bool has_query = address.find('?') != address.npos;
    return fmt::format("{}{}{}", address, has_query ? '&' : '?', query_of(as_at));
}

Html kept_in_links(const Html& page, const AsAt& as_at) {
    return trusted_html(with_days_in_forms(with_days_in_links(page.view(), as_at), as_at));
}

void keep_in_address(http::Response& response, const AsAt& as_at) {
    for (auto& header : response.headers)
        if (header.name == "Location" && !is_about_now(header.value))
            header.value = kept_in(header.value, as_at);
}

Html banner(const Context& context) {
    if (!context.as_at) return {};
    const auto& as_at = *context.as_at;
    const AsAt other{.day = as_at.day, .as_known_then = !as_at.as_known_then};
    return html(
        R"(<section class="om-past" aria-label="Looking back"><p><b>As it was on {}</b>, {}. <a class="govuk-link" href="{}">Back to now</a></p>
<p class="om-small"><a class="govuk-link" href="{}">{}</a></p></section>
)",
        spoken_long(as_at.day),
        as_at.as_known_then ? "as it was known at the end of that day" : "as it is known now",
        address_now(context), address_as_at(context, other),
        as_at.as_known_then ? "With what was recorded since"
                            : "As it was known at the end of that day");
}

Html day_form(const Context& context) {
    if (!context.may_look_back) return {};
    const auto& problem = context.look_back_problem;
    const auto words =
        context.as_at ? iso(context.as_at->day) : std::string(context.form.text(day_field));
    return html(
        R"(<details class="govuk-details om-plain-details om-look-back"{}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">See this page as it was on another day</span></summary><div class="govuk-details__text">
<form method="get" action="{}"><div class="govuk-form-group{}"><label class="govuk-label" for="as-at">Day</label><div class="govuk-hint" id="as-at-hint">For example, 31/3/2026</div>{}<input class="govuk-input govuk-input--width-10{}" id="as-at" name="{}" type="text" value="{}" aria-describedby="as-at-hint{}" autocomplete="off"></div>{}
<button type="submit" class="govuk-button govuk-button--secondary">Show that day</button></form></div></details>
)",
        when(!problem.empty(), html(" open")), context.request.path,
        problem.empty() ? "" : " govuk-form-group--error",
        when(
            !problem.empty(),
            html(
                R"(<p class="govuk-error-message" id="as-at-error"><span class="govuk-visually-hidden">Error:</span> {}</p>)",
                problem)),
        problem.empty() ? "" : " govuk-input--error", day_field, words,
        problem.empty() ? "" : " as-at-error", other_fields(context));
}

http::Response reply_past(const Context& context) {
    return reply_plain(context, 403, "The past cannot be changed",
                       html(R"(<p class="om-lede">You were looking at {}. Nothing was saved.</p>
<p class="govuk-body"><a class="govuk-link" href="{}">Go back to now</a></p>)",
                            spoken_long(context.as_at->day), context.request.path));
}

} // namespace openmasa::looking_back
