#include "command_line/systemd.hpp"
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace openmasa::command_line::systemd {
namespace {

constexpr int first_socket = 3;

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

} // namespace

std::optional<int> inherited_socket() {
    const bool is_ours = environment("LISTEN_PID") == std::to_string(getpid());
    if (!is_ours || environment("LISTEN_FDS").empty() || environment("LISTEN_FDS") == "0")
        return std::nullopt;
    fcntl(first_socket, F_SETFD, FD_CLOEXEC); // not for a converter that we start
    return first_socket;
}

void notify(std::string_view state) {
    const auto path = environment("NOTIFY_SOCKET");
    sockaddr_un address{};
    if (path.empty() || path.size() >= sizeof address.sun_path) return;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.data(), path.size());
    if (path.front() == '@') address.sun_path[0] = '\0'; // an abstract name
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0) return;
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
    // Nobody to tell is no fault of ours.
    (void)sendto(socket, state.data(), state.size(), MSG_NOSIGNAL,
                 reinterpret_cast<const sockaddr*>(&address), size);
    close(socket);
}

} // namespace openmasa::command_line::systemd
