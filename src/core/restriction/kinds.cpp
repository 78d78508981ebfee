#include "core/restriction/kinds.hpp"
#include "kernel/text.hpp"

namespace openmasa::restriction {
namespace {

/// "/objectives/01k..." at the end of what was copied from the bar of a browser.
std::optional<Described> find_at(store::Db& db, const Kind& kind, std::string_view address) {
    const auto id = address.substr(address.rfind('/') + 1);
    if (!kind.describe || !is_id_text(id)) return std::nullopt;
    auto described = kind.describe(db, id);
    const bool is_its_page = described && address.ends_with(described->address);
    return is_its_page ? std::move(described) : std::nullopt;
}

std::optional<Described> find_one(store::Db& db, const Kind& kind, std::string_view words) {
    if (words.find('/') != words.npos) return find_at(db, kind, words);
    auto found = kind.find ? kind.find(db, words) : std::vector<Described>{};
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

} // namespace

const Kind* find_kind(const AllKinds& all, std::string_view kind) {
    for (const auto& area : all)
        for (const auto& one : area.kinds)
            if (one.kind == kind) return &one;
    return nullptr;
}

std::string name_of(store::Db& db, const AllKinds& all, const Record& record,
                    const terms::Words& words) {
    const auto* kind = find_kind(all, record.kind);
    if (!kind) return record.kind;
    const auto found = kind->describe ? kind->describe(db, record.id) : std::nullopt;
    if (!found) return words.say(kind->called);
    const auto& name = found->reference.empty() ? found->title : found->reference;
    return words.say(kind->called) + " " + name;
}

/// What hangs on others comes after them in an area's list, and is what a reference says first.
std::optional<Described> find_called(store::Db& db, const AllKinds& all, std::string_view words) {
    for (const auto& area : all)
        for (auto kind = area.kinds.rbegin(); kind != area.kinds.rend(); ++kind)
            if (auto found = find_one(db, *kind, trimmed(words))) {
                found->kind = kind->kind;
                return found;
            }
    return std::nullopt;
}

} // namespace openmasa::restriction
