#include "web/http/reply.hpp"

namespace openmasa::http {
namespace {

/// The Date header, written anew once a second by each thread.
std::string_view date_now() {
    using namespace std::chrono;
    thread_local sys_seconds written_for{seconds(-1)};
    thread_local std::string date;
    const auto now = floor<seconds>(system_clock::now());
    if (now != written_for) date = http_date(now);
    written_for = now;
    return date;
}

} // namespace

Reply reply_of(Response response, Method method, Afterwards afterwards) {
    Reply reply{response_head(response, afterwards, date_now()), {}, {}, afterwards};
    if (method == Method::head || !has_body(response.status)) return reply;
    reply.body = std::move(response.body);
    reply.file = std::move(response.file);
    return reply;
}

Response plain_response(int status, std::string words) {
    Response response{status, {}, std::move(words)};
    response.set("Content-Type", "text/plain; charset=utf-8");
    return response;
}

} // namespace openmasa::http
