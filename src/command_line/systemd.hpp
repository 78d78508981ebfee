#pragma once
// What systemd hands over and wants to be told; nothing happens where it did not start us.
#include <optional>
#include <string_view>

namespace openmasa::command_line::systemd {

/// The socket that listens for us (openmasa.socket), when there is one. Once a process.
/// Source: sd_listen_fds(3): LISTEN_PID, LISTEN_FDS, the first at descriptor 3.
std::optional<int> inherited_socket();
/// "READY=1", "STOPPING=1". Source: sd_notify(3): a datagram to NOTIFY_SOCKET.
void notify(std::string_view state);

} // namespace openmasa::command_line::systemd
