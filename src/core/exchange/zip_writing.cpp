#include "core/exchange/zip_writing.hpp"
#include <fmt/format.h>
#include <memory>
#include <stdexcept>
#include <zip.h>

namespace openmasa::exchange {
namespace {

using Archive = std::unique_ptr<zip_t, void (*)(zip_t*)>;
using Source = std::unique_ptr<zip_source_t, void (*)(zip_source_t*)>;

[[noreturn]] void fail(std::string_view why) {
    throw std::runtime_error(fmt::format("The zip file could not be made: {}", why));
}

void add(zip_t* archive, const ZipPart& part) {
    auto* content = zip_source_buffer(archive, part.content.data(), part.content.size(), 0);
    if (!content) fail(zip_strerror(archive));
    if (zip_file_add(archive, part.name.c_str(), content, ZIP_FL_ENC_UTF_8) < 0) {
        zip_source_free(content);
        fail(zip_strerror(archive));
    }
}

std::string content_of(zip_source_t* source) {
    zip_stat_t facts;
    if (zip_source_stat(source, &facts) != 0 || zip_source_open(source) != 0) fail("it is gone");
    std::string bytes(facts.size, '\0');
    const auto read = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (read < 0 || static_cast<zip_uint64_t>(read) != facts.size) fail("it was cut short");
    return bytes;
}

} // namespace

std::string zipped(const std::vector<ZipPart>& parts) {
    const Source source(zip_source_buffer_create(nullptr, 0, 0, nullptr), zip_source_free);
    if (!source) fail("no memory");
    zip_source_keep(source.get()); // the archive takes one, the bytes are read by the other
    Archive archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, nullptr), zip_discard);
    if (!archive) {
        zip_source_free(source.get());
        fail("it could not be begun");
    }
    for (const auto& part : parts) add(archive.get(), part);
    if (zip_close(archive.get()) != 0) fail(zip_strerror(archive.get()));
    (void)archive.release(); // closed: nothing to discard
    return content_of(source.get());
}

} // namespace openmasa::exchange
