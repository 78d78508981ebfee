#include "core/files/scanner.hpp"
#include <arpa/inet.h>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace openmasa::files {
namespace {

constexpr auto debian_socket = "/run/clamav/clamd.ctl";
constexpr std::size_t piece = 256u << 10;
constexpr timeval patience{60, 0};

class Connection {
public:
    explicit Connection(const std::string& path)
        : handle_(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un to{};
        to.sun_family = AF_UNIX;
        if (handle_ < 0 || path.size() >= sizeof to.sun_path) return;
        path.copy(to.sun_path, path.size());
        setsockopt(handle_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        setsockopt(handle_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        open_ = connect(handle_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() {
        if (handle_ >= 0) close(handle_);
    }

    void send(std::string_view bytes) {
        while (open_ && !bytes.empty()) {
            const auto sent = ::send(handle_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            open_ = sent > 0;
            if (open_) bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
    void send_piece(std::string_view bytes) {
        const auto length = htonl(static_cast<std::uint32_t>(bytes.size()));
        char head[sizeof length];
        std::memcpy(head, &length, sizeof length);
        send({head, sizeof head});
        send(bytes);
    }
    std::string hear() {
        std::string said;
        char some[512];
        while (open_ && said.size() < 4096) {
            const auto count = recv(handle_, some, sizeof some, 0);
            if (count <= 0) break;
            said.append(some, static_cast<std::size_t>(count));
        }
        return said;
    }

private:
    int handle_;
    bool open_ = false;
};

} // namespace

Scan scan(const std::string& socket, std::string_view content) {
    if (socket.empty()) return Scan::not_scanned;
    Connection connection(socket);
    connection.send({"zINSTREAM\0", 10});
    for (std::size_t at = 0; at < content.size(); at += piece)
        connection.send_piece(content.substr(at, piece));
    connection.send_piece({});
    const auto said = connection.hear();
    if (said.find(" FOUND") != said.npos) return Scan::infected;
    return said.starts_with("stream: OK") ? Scan::clean : Scan::failed;
}

std::string scanner_socket() {
    if (const char* named = std::getenv("OPENMASA_CLAMD")) return named;
    return std::filesystem::exists(debian_socket) ? debian_socket : "";
}

} // namespace openmasa::files
