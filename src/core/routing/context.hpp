#pragma once
// Everything a handler may know about one request.
#include "core/access/scope.hpp"
#include "core/settings/settings.hpp"
#include "store/db.hpp"
#include "web/http/form.hpp"
#include "web/http/message.hpp"
#include "web/http/pattern.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace openmasa {

struct Module;

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
    /// The public address, when it is served over TLS; cookies are then Secure.
    bool secure = false;
    /// Every feature of the program, for pages that lead to records of any kind.
    const std::vector<Module>* features = nullptr;

    std::string_view captured(std::string_view name) const { return captures[name]; }
    template<class SomeId> std::optional<SomeId> id(std::string_view name = "id") const {
        return SomeId::parse(captured(name));
    }
};

} // namespace openmasa
