#include "core/routing/address.hpp"
#include <fmt/format.h>

namespace openmasa {

std::string full_address(const Context& context, std::string_view path) {
    const auto host = context.request.header("Host");
    const bool is_host =
        !host.empty() && host.size() <= 255 &&
        host.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                               "0123456789.-:[]") == host.npos;
    if (!is_host) return std::string(path);
    return fmt::format("{}://{}{}", context.secure ? "https" : "http", host, path);
}

} // namespace openmasa
