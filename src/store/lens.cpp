#include "store/lens.hpp"
#include <algorithm>
#include <atomic>
#include <cassert>
#include <cctype>
#include <fmt/format.h>

namespace openmasa::store {
namespace {

/// The texts of one person's day; filters that readers choose give many more.
constexpr std::size_t most_composed = 64;

bool is_part_of_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

/// As a whole word, and not as the column or the schema of something ("x.action", "action_id").
bool names(std::string_view text, std::string_view table) {
    for (auto at = text.find(table); at != text.npos; at = text.find(table, at + 1)) {
        const auto end = at + table.size();
        const bool starts = at == 0 || (!is_part_of_name(text[at - 1]) && text[at - 1] != '.' &&
                                        text[at - 1] != '\'');
        if (starts && (end == text.size() || !is_part_of_name(text[end]))) return true;
    }
    return false;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

std::string hole(std::string_view table) {
    return fmt::format("{{{}}}", table);
}

/// Takes a first word off the text's start.
bool take(std::string_view& text, std::string_view word) {
    text.remove_prefix(std::min(text.find_first_not_of(" \n\t"), text.size()));
    if (!text.starts_with(word) ||
        (text.size() > word.size() && is_part_of_name(text[word.size()])))
        return false;
    text.remove_prefix(word.size());
    return true;
}

} // namespace

void Lens::put(std::string_view table, std::string_view select) {
    const auto earlier = std::ranges::find(shadows_, table, &Shadow::table);
    if (earlier == shadows_.end()) {
        shadows_.push_back({std::string(table), std::string(select)});
        return;
    }
    earlier->select =
        replaced(std::string(select), hole(table), fmt::format("({})", earlier->select));
}

void Lens::put_all(const Lens& other) {
    for (const auto& shadow : other.shadows_) put(shadow.table, shadow.select);
}

std::string Lens::words() const {
    std::string all;
    for (const auto& shadow : shadows_) all += fmt::format("\n{}: {}", shadow.table, shadow.select);
    return all;
}

std::string Lens::over(std::string_view text, std::string_view schema) const {
    std::vector<const Shadow*> needed;
    add_needed_by(text, needed);
    if (needed.empty()) return std::string(text);
    auto rest = text;
    const bool has_own = take(rest, "WITH");
    std::string whole = has_own && take(rest, "RECURSIVE") ? "WITH RECURSIVE " : "WITH ";
    // Never set out first: a query's own conditions then reach into what is shown.
    for (const auto* shadow : needed) {
        const auto real = fmt::format("{}.{}", schema, shadow->table);
        whole += fmt::format("{} AS NOT MATERIALIZED ({}){}", shadow->table,
                             replaced(shadow->select, hole(shadow->table), real),
                             shadow == needed.back() && !has_own ? " " : ", ");
    }
    return whole.append(has_own ? rest : text);
}

/// What a select names comes before it.
void Lens::add_needed_by(std::string_view text, std::vector<const Shadow*>& needed) const {
    for (const auto& shadow : shadows_) {
        if (shadow.select == text || std::ranges::find(needed, &shadow) != needed.end()) continue;
        if (!names(text, shadow.table)) continue;
        add_needed_by(shadow.select, needed);
        needed.push_back(&shadow);
    }
}

ReadyLens::ReadyLens(Lens lens) : lens_(std::move(lens)) {
    static std::atomic<std::uint64_t> made = 0;
    number_ = ++made;
}

std::string ReadyLens::over(std::string_view text, std::string_view schema) const {
    const std::lock_guard lock(mutex_);
    std::string key(text);
    if (const auto found = composed_.find(key); found != composed_.end()) return found->second;
    if (composed_.size() >= most_composed) composed_.clear();
    return composed_.emplace(std::move(key), lens_.over(text, schema)).first->second;
}

namespace lens {

std::string literal(Day day) {
    return fmt::format("'{}'", std::string_view(iso(day)));
}
std::string literal(Moment moment) {
    return fmt::format("'{}'", std::string_view(iso(moment)));
}
std::string literal_id(std::string_view id) {
    assert(is_id_text(id) && "only an id stands in a text of SQL");
    return is_id_text(id) ? fmt::format("'{}'", id) : "''";
}

} // namespace lens
} // namespace openmasa::store
