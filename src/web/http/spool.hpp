#pragma once
// A body that is made piece by piece and may be larger than memory should hold: what is small stays
// in memory, the rest goes to a temporary file that nobody else can open and that is gone with it.
//     http::Spool spool;
//     spool.add(piece); ...
//     spool.move_into(response);
// The whole of it is made before the first byte is sent: a fault on the way is still a page that
// says so, and a slow client holds up no database.
#include "web/http/message.hpp"
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace openmasa::http {

/// An open file without a name. Read from any thread; never written once it is part of a response.
class FileBody {
public:
    FileBody();
    ~FileBody();
    FileBody(const FileBody&) = delete;
    FileBody& operator=(const FileBody&) = delete;
    std::size_t size() const { return size_; }
    /// Throws std::runtime_error when the disk is full.
    void add(std::string_view piece);
    /// Up to `most` bytes from `offset`; fewer only at the end. Throws when they cannot be read.
    std::string read(std::size_t offset, std::size_t most) const;

private:
    int file_;
    std::size_t size_ = 0;
};

class Spool {
public:
    static constexpr std::size_t in_memory = 256 * 1024;

    void add(std::string_view piece);
    /// The response's body becomes what was added.
    void move_into(Response& response);

private:
    std::string text_;
    std::shared_ptr<FileBody> file_;
};

/// The whole body in memory, wherever it is kept: for tests and small answers.
std::string whole_body(const Response& response);

} // namespace openmasa::http
