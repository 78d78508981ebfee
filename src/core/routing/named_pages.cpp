#include "core/routing/named_pages.hpp"
#include "core/restriction/kinds.hpp"
#include "core/routing/route.hpp"
#include <algorithm>

namespace openmasa {
namespace {

std::string title_of(Context& context, std::string_view kind, std::string_view id) {
    const auto* known = context.kinds ? restriction::find_kind(*context.kinds, kind) : nullptr;
    const auto described =
        known && known->describe ? known->describe(context.db, id) : std::nullopt;
    return described ? described->title : std::string();
}

/// Of a kind that tells of one at a time.
std::vector<NamedPage> one_by_one(Context& context, const RecordKind& kind,
                                  const std::vector<std::string>& ids) {
    std::vector<NamedPage> pages;
    for (const auto& id : ids)
        if (auto page = kind.page(context.db, context.scope, id))
            pages.push_back({id, title_of(context, kind.kind, id), std::move(page->address)});
    return pages;
}

} // namespace

NamedPages named_pages(Context& context,
                       const std::vector<std::pair<std::string, std::string>>& records) {
    std::map<std::string, std::vector<std::string>> ids_of;
    for (const auto& [kind, id] : records)
        if (auto& ids = ids_of[kind]; std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    NamedPages all;
    for (const auto& [kind, ids] : ids_of) {
        const auto* record = find_record_kind(context, kind);
        if (!record) continue;
        auto pages = record->named ? record->named(context.db, context.scope, ids)
                                   : one_by_one(context, *record, ids);
        for (auto& page : pages) all.emplace(std::pair(kind, page.id), std::move(page));
    }
    return all;
}

} // namespace openmasa
