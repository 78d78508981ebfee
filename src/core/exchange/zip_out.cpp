#include "core/exchange/zip_out.hpp"
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <stdexcept>
#include <zip.h>

namespace openmasa {
namespace {

zip_t* native(void* archive) {
    return static_cast<zip_t*>(archive);
}

zip_source_t* source_of(void* bytes) {
    return static_cast<zip_source_t*>(bytes);
}

} // namespace

ZipOut::ZipOut(std::string path) : path_(std::move(path)) {
    int code = 0;
    archive_ = zip_open(path_.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (!archive_) fail();
}

ZipOut::ZipOut() : path_("A zip file"), bytes_(zip_source_buffer_create(nullptr, 0, 0, nullptr)) {
    if (!bytes_) fail();
    zip_source_keep(source_of(bytes_)); // the archive takes one, finished_bytes() reads the other
    archive_ = zip_open_from_source(source_of(bytes_), ZIP_TRUNCATE, nullptr);
    if (archive_) return;
    zip_source_free(source_of(bytes_));
    zip_source_free(source_of(bytes_));
    fail();
}

ZipOut::~ZipOut() {
    if (archive_) zip_discard(native(archive_));
    if (bytes_) zip_source_free(source_of(bytes_));
}

void ZipOut::fail() const {
    throw std::runtime_error(fmt::format("{} could not be written", path_));
}

void ZipOut::add(const std::string& name, const std::string& content) {
    // libzip frees this copy when it is done with it.
    auto* copy = static_cast<char*>(std::malloc(content.size() + 1));
    if (!copy) fail();
    std::memcpy(copy, content.data(), content.size());
    auto* source = zip_source_buffer(native(archive_), copy, content.size(), 1);
    const auto at =
        source ? zip_file_add(native(archive_), name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (at < 0) fail();
    if (!made_at_) return;
    const auto seconds = std::chrono::floor<std::chrono::seconds>(*made_at_);
    if (zip_file_set_mtime(native(archive_), static_cast<zip_uint64_t>(at),
                           std::chrono::system_clock::to_time_t(seconds), 0) < 0)
        fail();
}

void ZipOut::add_file(const std::string& name, const std::string& path) {
    auto* source = zip_source_file(native(archive_), path.c_str(), 0, -1);
    if (!source || zip_file_add(native(archive_), name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0)
        fail();
}

void ZipOut::close() {
    if (zip_close(native(archive_)) != 0) fail();
    archive_ = nullptr;
}

std::string ZipOut::finished_bytes() {
    close();
    auto* source = source_of(bytes_);
    zip_stat_t facts;
    if (zip_source_stat(source, &facts) != 0 || zip_source_open(source) != 0) fail();
    std::string bytes(facts.size, '\0');
    const auto read = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (read < 0 || static_cast<zip_uint64_t>(read) != facts.size) fail();
    return bytes;
}

} // namespace openmasa
