#pragma once
// A feature's table of contents: method, path, permission, handler, and how many statements the
// page may run. A route that leaves one out does not compile.
#include "core/access/role.hpp"
#include "core/restriction/kinds.hpp"
#include "core/routing/context.hpp"
#include "core/routing/duties.hpp"
#include "core/routing/facts.hpp"
#include "core/thread/thread.hpp"
#include "core/views/list.hpp"
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa {

enum class Method { Get, Post };

/// The most statements that one request to a route may run, so that no page grows slow with its
/// data. A test fails when one runs more.
struct Budget {
    int statements;
};

/// Whether a page is shown as it was where its address asks for a day: as its module and permission
/// say, or always, because it is put together from versions in the history (core/registers).
enum class Past { of_its_module, from_history };

struct Route {
    Method method;
    std::string_view pattern;
    Permission permission;
    http::Response (*handler)(Context&);
    Budget budget;
    Past past;

    constexpr Route(Method its_method, std::string_view its_pattern, Permission its_permission,
                    http::Response (*its_handler)(Context&), Budget its_budget,
                    Past its_past = Past::of_its_module)
        : method(its_method), pattern(its_pattern), permission(its_permission),
          handler(its_handler), budget(its_budget), past(its_past) {}
};

/// A record that was found by what people call it.
struct Finding {
    std::string href, title;
    /// What it belongs to, so that two of one name are told apart.
    std::string where;
};

/// The page of a record, for somebody who may see it.
struct RecordPage {
    std::string address;
    /// Who answers for it: they are told what is said about it.
    std::optional<OwnerId> owner{};
    /// Withdrawn: it is read, and nothing more is said about it.
    bool is_closed = false;
};

/// One of several records of a kind: what it is called, and its page.
struct NamedPage {
    std::string id, title, address;
};

/// A kind of record that has a page of its own: references lead there, clocks and comments stand
/// there. One row a kind.
struct RecordKind {
    std::string_view kind;
    /// Nothing when it is not there or this person may not see it.
    std::optional<RecordPage> (*page)(store::Db& db, const Scope& scope, std::string_view id);
    /// Whoever may see it may comment on it (core/comments/pages.hpp) ...
    bool has_comments = false;
    /// ... on its page, or where this leads from there: "/comments".
    std::string_view comments_below{};
    /// Of those ids the ones that are there and that this person may see, in one statement; unset
    /// for a kind whose records stand in no list of many kinds (named_pages.hpp).
    std::vector<NamedPage> (*named)(store::Db& db, const Scope& scope,
                                    std::span<const std::string> ids) = nullptr;
};

struct Module {
    std::string_view name;
    std::span<const Route> routes;
    /// Records of this feature that are called `words` ("FF 3") and that this person may see.
    std::vector<Finding> (*find)(store::Db& db, const Scope& scope,
                                 std::string_view words) = nullptr;
    /// Its kinds of records that have a page.
    std::span<const RecordKind> records{};
    /// Puts what its pages read as it was on a day; without one they are only about now.
    void (*looks_back)(store::Lens& lens, const history::AsAt& as_at) = nullptr;
    /// What of it can be restricted to named readers.
    restriction::Kinds kinds{};
    /// Its lists of which people save views.
    std::span<const views::List> lists{};
    /// What it knows of an owner, for somebody who may read it (facts.hpp).
    std::vector<OwnerFact> (*owner_facts)(store::Db& db, const Scope& scope,
                                          const OwnerId& owner) = nullptr;
    /// What this person must know, for their first page (facts.hpp).
    std::vector<FirstPageFact> (*first_page)(store::Db& db, const Scope& scope) = nullptr;
    /// What of the golden thread it knows (core/thread/thread.hpp).
    thread::Follow thread = nullptr;
    /// The duties that its records are (duties.hpp).
    DutyKeeper duties{};
};

/// What the pages of all of them read, as it was on a day.
store::Lens looking_back_at(const std::vector<Module>& modules, const history::AsAt& as_at);

/// What of all of them can be restricted.
restriction::AllKinds restrictable(const std::vector<Module>& modules);

/// The row of a kind; none when no feature has such records.
const RecordKind* find_record_kind(const Context& context, std::string_view kind);

/// The address of a record's page; nothing when no feature shows this person such a record.
std::optional<std::string> page_of(const Context& context, std::string_view kind,
                                   std::string_view id);

} // namespace openmasa
