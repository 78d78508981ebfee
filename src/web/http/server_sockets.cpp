#include "web/http/server_inside.hpp"
#include <fmt/format.h>
#include <stdexcept>
#include <sys/socket.h>

namespace openmasa::http {

tcp::endpoint endpoint_of(const ServerOptions& options) {
    Error error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error)
        throw std::runtime_error(fmt::format(
            "\"{}\" is not an IP address. Write 127.0.0.1, for example.", options.address));
    return {address, options.port};
}

tcp protocol_of(int socket) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    getsockname(socket, reinterpret_cast<sockaddr*>(&address),
                &size); // what it is not, assign() says
    return address.ss_family == AF_INET6 ? tcp::v6() : tcp::v4();
}

std::string address_of(const tcp::endpoint& endpoint) {
    const auto address = endpoint.address();
    if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address.to_string();
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
}

} // namespace openmasa::http
