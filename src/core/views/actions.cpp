#include "core/views/actions.hpp"
#include "core/views/rules.hpp"
#include "core/views/store.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace openmasa::views {
namespace {

Refusal too_many() {
    return invalid("name",
                   fmt::format("You have {} views on this list. Withdraw one first.", most_own));
}

Result<View> find_to_change(store::Db& db, const Scope& scope, const ViewId& id) {
    auto view = find(db, scope, id);
    if (!view || !may_change(scope, *view)) return not_found();
    return std::move(*view);
}

Result<Done> check_sharing(const Scope& scope, bool shared) {
    if (shared && !scope.may(Permission::share_views)) return not_found();
    return Done{};
}

/// What is no longer shared is its maker's again: only they can say so.
Result<Done> check_keeping(const Scope& scope, const View& before, bool shared) {
    if (before.shared && !shared && before.person != scope.person)
        return invalid("shared", "Somebody else made this view. Withdraw it instead.");
    return check_sharing(scope, shared);
}

Result<std::string> query_of(const List& list, const SaveView& command) {
    auto query = list.canonical(command.query);
    if (query.empty())
        return invalid("query", "Choose filters, an order or columns on the list first.");
    if (query.size() > longest_query)
        return invalid("query", "So many choices cannot be kept. Choose fewer.");
    return query;
}

Result<View> add_new(store::Db& db, const Scope& scope, const SaveView& command,
                     std::string query) {
    const auto others = on_list(db, scope, command.list, command.within);
    const View view{.id = scope.new_id<ViewId>(),
                    .list = command.list,
                    .within = command.within,
                    .name = one_line(command.name),
                    .query = std::move(query),
                    .person = *scope.person,
                    .maker = scope.known_as,
                    .shared = command.shared};
    if (auto problems = name_problems(view, others); !problems.empty())
        return invalid(std::move(problems));
    const auto own = std::ranges::count_if(
        others, [&](const View& other) { return other.person == view.person; });
    if (static_cast<std::size_t>(own) >= most_own) return too_many();
    add(db, scope, view);
    return view;
}

std::int64_t version_in(std::string_view text) {
    std::int64_t version = 0;
    std::from_chars(text.data(), text.data() + text.size(), version);
    return version;
}

/// Keeps the name unless another one is given.
Result<View> put_instead(store::Db& db, const Scope& scope, const SaveView& command,
                         std::string query) {
    const auto colon = std::min(command.instead_of.find(':'), command.instead_of.size());
    const auto id = ViewId::parse(std::string_view(command.instead_of).substr(0, colon));
    if (!id) return not_found();
    auto view = TRY(find_to_change(db, scope, *id));
    if (view.list != command.list || view.within != command.within || view.withdrawn_at)
        return not_found();
    view.version = version_in(std::string_view(command.instead_of)
                                  .substr(std::min(colon + 1, command.instead_of.size())));
    view.query = std::move(query);
    if (const auto name = one_line(command.name); !name.empty()) view.name = name;
    if (auto problems = name_problems(view, on_list(db, scope, view.list, view.within));
        !problems.empty())
        return invalid(std::move(problems));
    return save(db, scope, std::move(view), "saved_view.changed");
}

} // namespace

Result<View> save_view(store::Db& db, const Scope& scope, const List& list,
                       const SaveView& command) {
    if (!scope.person || !list.address(db, scope, command.within)) return not_found();
    TRY(check_sharing(scope, command.shared));
    auto query = TRY(query_of(list, command));
    return command.instead_of.empty() ? add_new(db, scope, command, std::move(query))
                                      : put_instead(db, scope, command, std::move(query));
}

Result<View> change_view(store::Db& db, const Scope& scope, const ChangeView& command) {
    auto view = TRY(find_to_change(db, scope, command.id));
    if (view.withdrawn_at) return not_found();
    TRY(check_keeping(scope, view, command.shared));
    const auto before = view;
    view.name = one_line(command.name);
    view.shared = command.shared;
    view.version = command.version;
    if (auto problems = name_problems(view, on_list(db, scope, view.list, view.within));
        !problems.empty())
        return invalid(std::move(problems));
    const bool same = view.name == before.name && view.shared == before.shared;
    if (same && view.version == before.version) return before;
    return save(db, scope, std::move(view), "saved_view.changed");
}

Result<View> withdraw_view(store::Db& db, const Scope& scope, const WithdrawView& command) {
    auto view = TRY(find_to_change(db, scope, command.id));
    if (view.withdrawn_at) return view;
    view.withdrawn_why = trimmed(command.why);
    if (view.shared && view.withdrawn_why.empty())
        return invalid("why", "Others share this view: say why it is withdrawn.");
    if (view.withdrawn_why.size() > 1000) return invalid("why", "Say it in 1,000 characters.");
    view.withdrawn_at = scope.now;
    view.version = command.version;
    return save(db, scope, std::move(view), "saved_view.withdrawn");
}

Result<View> bring_back_view(store::Db& db, const Scope& scope, const ViewId& id) {
    auto view = TRY(find_to_change(db, scope, id));
    if (!view.withdrawn_at) return view;
    view.withdrawn_at.reset();
    view.withdrawn_why.clear();
    if (auto problems = name_problems(view, on_list(db, scope, view.list, view.within));
        !problems.empty())
        return invalid(std::move(problems));
    return save(db, scope, std::move(view), "saved_view.brought_back");
}

} // namespace openmasa::views
