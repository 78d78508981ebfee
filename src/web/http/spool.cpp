#include "web/http/spool.hpp"
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <stdexcept>
#include <unistd.h>

namespace openmasa::http {
namespace {

[[noreturn]] void refuse(std::string_view what) {
    throw std::runtime_error(
        fmt::format("A temporary file could not be {}: {}", what, std::strerror(errno)));
}

} // namespace

FileBody::FileBody() {
    auto name = (std::filesystem::temp_directory_path() / "openmasa-body-XXXXXX").string();
    file_ = mkstemp(name.data());
    if (file_ < 0) refuse("made");
    unlink(name.c_str());
}

FileBody::~FileBody() {
    close(file_);
}

void FileBody::add(std::string_view piece) {
    while (!piece.empty()) {
        const auto written = write(file_, piece.data(), piece.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) refuse("written");
        piece.remove_prefix(static_cast<std::size_t>(written));
        size_ += static_cast<std::size_t>(written);
    }
}

std::string FileBody::read(std::size_t offset, std::size_t most) const {
    std::string piece(offset < size_ ? std::min(most, size_ - offset) : 0, '\0');
    std::size_t filled = 0;
    while (filled < piece.size()) {
        const auto got = pread(file_, piece.data() + filled, piece.size() - filled,
                               static_cast<off_t>(offset + filled));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) refuse("read");
        filled += static_cast<std::size_t>(got);
    }
    return piece;
}

void Spool::add(std::string_view piece) {
    if (!file_ && text_.size() + piece.size() <= in_memory) {
        text_ += piece;
        return;
    }
    if (!file_) {
        file_ = std::make_shared<FileBody>();
        file_->add(text_);
        std::string().swap(text_);
    }
    // Small pieces are gathered, so that a row is no call of the system.
    text_ += piece;
    if (text_.size() < in_memory / 4) return;
    file_->add(text_);
    text_.clear();
}

void Spool::move_into(Response& response) {
    if (file_) file_->add(std::exchange(text_, {}));
    response.body = std::move(text_);
    response.file = std::move(file_);
}

std::string whole_body(const Response& response) {
    return response.file ? response.file->read(0, response.file->size()) : response.body;
}

} // namespace openmasa::http
