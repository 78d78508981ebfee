#include "web/http/response_head.hpp"
#include "web/http/spool.hpp"
#include "web/http/token.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <stdexcept>

namespace openmasa::http {
namespace {

std::string_view reason(int status);
std::size_t body_size(const Response& response);
bool is_the_servers(std::string_view name);
void add_header(std::string& head, std::string_view name, std::string_view value);

} // namespace

std::string response_head(const Response& response, Afterwards afterwards, std::string_view date) {
    std::string head;
    head.reserve(640);
    fmt::format_to(std::back_inserter(head), "HTTP/1.1 {} {}\r\n", response.status,
                   reason(response.status));
    for (const auto& [name, value] : response.headers) {
        if (!is_token(name) || !is_field_text(value))
            throw std::invalid_argument(fmt::format("The header {} cannot be sent", name));
        if (!is_the_servers(name)) add_header(head, name, value);
    }
    if (has_body(response.status))
        add_header(head, "Content-Length", fmt::format_int(body_size(response)).c_str());
    add_header(head, "Date", date);
    add_header(head, "Connection", afterwards == Afterwards::close ? "close" : "keep-alive");
    head += "\r\n";
    return head;
}

bool has_body(int status) {
    return status >= 200 && status != 204 && status != 304;
}

std::string http_date(std::chrono::sys_seconds moment) {
    using namespace std::chrono;
    constexpr std::array<std::string_view, 7> days = {"Sun", "Mon", "Tue", "Wed",
                                                      "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = floor<std::chrono::days>(moment);
    const year_month_day date(day);
    const hh_mm_ss time(moment - day);
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days[weekday(day).c_encoding()],
                       unsigned(date.day()), months[unsigned(date.month()) - 1], int(date.year()),
                       time.hours().count(), time.minutes().count(), time.seconds().count());
}

namespace {

std::string_view reason(int status) {
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return ""; // allowed to be empty: RFC 9112, section 4
    }
}

std::size_t body_size(const Response& response) {
    return response.file ? response.file->size() : response.body.size();
}

bool is_the_servers(std::string_view name) {
    constexpr std::array<std::string_view, 4> names = {"Content-Length", "Date", "Connection",
                                                       "Transfer-Encoding"};
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view own) { return same_name(own, name); });
}

void add_header(std::string& head, std::string_view name, std::string_view value) {
    head += name;
    head += ": ";
    head += value;
    head += "\r\n";
}

} // namespace
} // namespace openmasa::http
