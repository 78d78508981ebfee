#include "plan/actions/filter.hpp"
#include "core/registers/selection.hpp"
#include "kernel/text.hpp"
#include "plan/actions/register.hpp"
#include <algorithm>
#include <charconv>

namespace openmasa::plan {
namespace {

using When = ActionFilter::When;
using Sort = ActionFilter::Sort;

template<class T> struct Word {
    T value;
    std::string_view text;
};
constexpr Word<When> when_words[] = {
    {When::late, "late"}, {When::soon, "soon"}, {When::none, "none"}};
constexpr Word<Sort> sort_words[] = {
    {Sort::owner, "owner"}, {Sort::date, "date"}, {Sort::status, "status"}};

template<class T, std::size_t Size>
T read_word(const Word<T> (&words)[Size], std::string_view text, T otherwise) {
    const auto found = std::ranges::find(words, text, &Word<T>::text);
    return found == std::end(words) ? otherwise : found->value;
}

template<class T, std::size_t Size>
std::string_view word_for(const Word<T> (&words)[Size], T value) {
    const auto found = std::ranges::find(words, value, &Word<T>::value);
    return found == std::end(words) ? std::string_view() : found->text;
}

void read_owner(std::string_view text, ActionFilter& filter) {
    if (text == "none") filter.owner = ActionFilter::Owner::none;
    if (const auto id = OwnerId::parse(text)) {
        filter.owner = ActionFilter::Owner::one;
        filter.owner_id = *id;
    }
}

/// Each once, and no more than a reader could have chosen.
template<class T> void add_once(std::vector<T>& values, const T& value) {
    constexpr std::size_t most = 30;
    if (values.size() < most && std::ranges::count(values, value) == 0) values.push_back(value);
}

int read_page(std::string_view text) {
    int page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp(page, 1, 1'000'000);
}

class QueryText {
public:
    void add(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        if (!text_.empty()) text_ += '&';
        text_ += name;
        text_ += '=';
        text_ += http::percent_encoded(value);
    }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

} // namespace

int ActionFilter::in_use() const {
    return !words.empty() + !priorities.empty() + !statuses.empty() + !tags.empty() +
           (when != When::any) + (owner != Owner::any) + evidence_missing;
}

ActionFilter read_filter(const http::Form& query) {
    ActionFilter filter;
    filter.words = registers::within(trimmed(query.text("words")), 200);
    for (auto text : query.all("priority"))
        if (const auto id = SectionId::parse(text)) add_once(filter.priorities, *id);
    for (auto text : query.all("status")) {
        Status status{};
        if (from_text(text, status)) add_once(filter.statuses, status);
    }
    for (auto text : query.all("tag"))
        if (const auto id = terms::TermId::parse(text)) add_once(filter.tags, *id);
    filter.when = read_word(when_words, query.text("due"), When::any);
    read_owner(query.text("owner"), filter);
    filter.evidence_missing = query.text("evidence") == "missing";
    filter.sort = read_word(sort_words, query.text("sort"), Sort::plan);
    filter.columns = registers::names_of_columns(
        action_register.columns, registers::columns_named(action_register.columns, query));
    filter.page = read_page(query.text("page"));
    return filter;
}

std::string to_query(const ActionFilter& filter) {
    QueryText query;
    query.add("words", filter.words);
    for (const auto& id : filter.priorities) query.add("priority", id.view());
    for (auto status : filter.statuses) query.add("status", to_text(status));
    for (const auto& id : filter.tags) query.add("tag", id.view());
    query.add("due", word_for(when_words, filter.when));
    if (filter.owner == ActionFilter::Owner::none) query.add("owner", "none");
    if (filter.owner == ActionFilter::Owner::one) query.add("owner", filter.owner_id.view());
    if (filter.evidence_missing) query.add("evidence", "missing");
    query.add("sort", word_for(sort_words, filter.sort));
    query.add("columns", filter.columns);
    if (filter.page > 1) query.add("page", std::to_string(filter.page));
    return query.take();
}

std::string canonical_query(std::string_view query) {
    auto filter = read_filter(http::read_query(query));
    filter.page = 1;
    return to_query(filter);
}

} // namespace openmasa::plan
