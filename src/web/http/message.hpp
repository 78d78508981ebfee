#pragma once
// What comes in and what goes out, without any library's types: nothing outside server.cpp knows
// which HTTP library carries them.
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace openmasa::http {

enum class Method { get, head, post, other };

struct Header {
    std::string name, value;
};

/// Whether two header names (or tokens such as "chunked") are the same, ignoring ASCII case.
bool same_name(std::string_view a, std::string_view b);

struct Request {
    Method method = Method::get;
    /// Decoded path without the query; always starts with '/'.
    std::string path;
    /// The query as sent, without '?'.
    std::string query;
    std::vector<Header> headers;
    std::string body;
    /// The other end's address, without the port.
    std::string peer;

    /// The first header of that name, ignoring case; empty when there is none.
    std::string_view header(std::string_view name) const;
    /// The value of one cookie; empty when it was not sent. Of two with the same name the first,
    /// which is the one with the longer path. Source: RFC 6265, sections 4.2 and 5.4.
    std::string_view cookie(std::string_view name) const;
};

class FileBody; // spool.hpp

struct Response {
    int status = 200;
    std::vector<Header> headers{};
    std::string body{};
    /// The body when it is a file; `body` is then empty.
    std::shared_ptr<const FileBody> file{};

    Response& set(std::string name, std::string value) {
        headers.push_back({std::move(name), std::move(value)});
        return *this;
    }
};

} // namespace openmasa::http
