#pragma once
// Everything a handler may know about one request.
#include "core/access/scope.hpp"
#include "core/history/as_at.hpp"
#include "core/restriction/kinds.hpp"
#include "core/settings/settings.hpp"
#include "store/db.hpp"
#include "web/http/form.hpp"
#include "web/http/message.hpp"
#include "web/http/pattern.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa {

struct Module;
namespace files {
class Storage;
}
namespace jobs {
struct Kind;
}
namespace accounts {
struct OutsideDoor;
}
/// What a request knows of the session that it belongs to.
struct OpenSession {
    SessionId id;
    /// When they last gave their password in it (core/accounts/step_up.hpp).
    std::optional<Moment> proved_at;
    /// When they will be signed out if they open no page before then.
    Moment until{};
    /// It is some minutes since it was last noted that the session is used.
    bool note_is_due = false;
    /// They may administer and sign in with a password alone: nothing opens until that is mended.
    bool needs_second_step = false;
};

struct ApiTokenKind;
using ApiTokenId = Id<ApiTokenKind>;

/// What a request knows of the token that it came with.
struct OpenToken {
    ApiTokenId id;
    bool note_is_due = false;
};

struct Context {
    http::Request& request;
    store::Db& db;
    const Settings& settings;
    Scope scope;
    http::Captures captures;
    /// The query of a GET, the posted form of a POST.
    http::Form form;
    /// What forms are bound to: the session's secret, or the visit's before anybody signed in.
    std::string secret;
    std::optional<OpenSession> session{};
    /// The token, when another program asks (core/accounts/api_token.hpp).
    std::optional<OpenToken> token{};
    /// The public address, when it is served over TLS; cookies are then Secure.
    bool secure = false;
    /// Where files are kept, and what can be asked of the workers; from the router's options.
    const files::Storage* storage = nullptr;
    const std::vector<jobs::Kind>* job_kinds = nullptr;
    /// How a proxy that has signed people in says who they are; null where none does
    /// (core/accounts/outside_identity.hpp).
    const accounts::OutsideDoor* outside_door = nullptr;
    /// What this partnership calls things today.
    terms::Words words{};
    /// Every feature of the program, for pages that lead to records of any kind.
    const std::vector<Module>* features = nullptr;
    /// What can be restricted, in all areas.
    const restriction::AllKinds* kinds = nullptr;
    /// Statements that count for no route's budget: what is restricted from whom was asked.
    int not_counted = 0;
    /// The day that is looked back at; `scope.today` is then that day (routing/looking_back.hpp).
    std::optional<history::AsAt> as_at{};
    /// Whether this page can be seen as it was, and why the day asked for is none.
    bool may_look_back = false;
    std::string look_back_problem{};

    std::string_view captured(std::string_view name) const { return captures[name]; }
    template<class SomeId> std::optional<SomeId> id(std::string_view name = "id") const {
        return SomeId::parse(captured(name));
    }
};

} // namespace openmasa
