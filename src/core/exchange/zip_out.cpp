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

} // namespace

ZipOut::ZipOut(std::string path) : path_(std::move(path)), archive_(nullptr) {
    int code = 0;
    archive_ = zip_open(path_.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (!archive_) fail();
}

ZipOut::~ZipOut() {
    if (archive_) zip_discard(native(archive_));
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
    if (!source || zip_file_add(native(archive_), name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0)
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

} // namespace openmasa
