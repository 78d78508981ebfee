#include "web/ui/pagination.hpp"

namespace openmasa::ui {
namespace {

enum class Layout { block, row };

/// What the two links differ in.
struct Direction {
    std::string_view name;
    std::string_view usual_word;
    std::string_view path;
};

constexpr Direction backwards{"prev", "Previous",
                              "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-"
                              "3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"};
constexpr Direction forwards{"next", "Next",
                             "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 "
                             "3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"};

void add_link(Html& to, const PaginationLink& link, const Direction& direction, Layout layout);
Html arrow(const Direction& direction);
void add_title(Html& to, const PaginationLink& link, const Direction& direction, Layout layout);
void add_items(Html& to, const std::vector<PaginationItem>& items);
void add_page(Html& to, const PaginationItem& item);

} // namespace

Html pagination(const Pagination& pagination) {
    const bool has_links = pagination.previous || pagination.next;
    const auto layout = pagination.items.empty() && has_links ? Layout::block : Layout::row;
    Html made;
    append(made, "<nav class=\"govuk-pagination{}{}\" aria-label=\"{}\"{}>\n",
           layout == Layout::block ? " govuk-pagination--block" : "", further(pagination.classes),
           pagination.label, pagination.attributes);
    if (pagination.previous) add_link(made, *pagination.previous, backwards, layout);
    if (!pagination.items.empty()) add_items(made, pagination.items);
    if (pagination.next) add_link(made, *pagination.next, forwards, layout);
    append(made, "</nav>\n");
    return made;
}

namespace {

/// In a row the arrows are outermost; one above the other, both stand first.
void add_link(Html& to, const PaginationLink& link, const Direction& direction, Layout layout) {
    const bool arrow_first = layout == Layout::block || direction.name == "prev";
    append(to, R"(  <div class="govuk-pagination__{}">
    <a class="govuk-link govuk-pagination__link" href="{}" rel="{}"{}>
)",
           direction.name, link.href, direction.name, link.attributes);
    if (arrow_first) append(to, "{}", arrow(direction));
    add_title(to, link, direction, layout);
    if (!arrow_first) append(to, "{}", arrow(direction));
    append(to, "    </a>\n  </div>\n");
}

Html arrow(const Direction& direction) {
    return html(R"(      <svg class="govuk-pagination__icon govuk-pagination__icon--{}" )"
                R"(xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" )"
                R"(focusable="false" viewBox="0 0 15 13"><path d="{}"/></svg>
)",
                direction.name, direction.path);
}

void add_title(Html& to, const PaginationLink& link, const Direction& direction, Layout layout) {
    const bool has_label = layout == Layout::block && !link.label.empty();
    const bool decorated = layout == Layout::block && link.label.empty();
    append(to, R"(      <span class="govuk-pagination__link-title{}">)",
           decorated ? " govuk-pagination__link-title--decorated" : "");
    if (link.text.empty()) {
        append(to, R"({}<span class="govuk-visually-hidden"> page</span>)", direction.usual_word);
    } else {
        append(to, "{}", link.text);
    }
    append(to, "\n      </span>\n");
    if (!has_label) return;
    append(to, R"(      <span class="govuk-visually-hidden">:</span>
      <span class="govuk-pagination__link-label">{}</span>
)",
           link.label);
}

void add_items(Html& to, const std::vector<PaginationItem>& items) {
    append(to, "  <ul class=\"govuk-pagination__list\">\n");
    for (const auto& item : items) {
        append(to, R"(    <li class="govuk-pagination__item{}{}">)",
               item.current ? " govuk-pagination__item--current" : "",
               item.ellipsis ? " govuk-pagination__item--ellipsis" : "");
        if (item.ellipsis)
            append(to, "&ctdot;");
        else
            add_page(to, item);
        append(to, "</li>\n");
    }
    append(to, "  </ul>\n");
}

void add_page(Html& to, const PaginationItem& item) {
    append(to,
           R"(<a class="govuk-link govuk-pagination__link" href="{}" aria-label="{}"{}{}>{}</a>)",
           item.href, item.aria_label.empty() ? "Page " + item.number : item.aria_label,
           item.current ? html(R"( aria-current="page")") : Html(), item.attributes, item.number);
}

} // namespace
} // namespace openmasa::ui
