#include "core/backup/compression.hpp"
#include <array>
#include <stdexcept>
#include <zlib.h>

namespace openmasa::backup {
namespace {

constexpr std::size_t room = 64 * 1024;

void feed(z_stream& stream, std::string_view bytes) {
    // zlib reads here and never writes; its declaration is older than const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
}

/// Calls `step` until it has no more to give.
template<class Step> int drain(z_stream& stream, std::string& to, Step step) {
    std::array<char, room> some;
    int code = Z_OK;
    do {
        stream.next_out = reinterpret_cast<Bytef*>(some.data());
        stream.avail_out = room;
        code = step();
        to.append(some.data(), room - stream.avail_out);
    } while (stream.avail_out == 0 && code == Z_OK);
    return code;
}

} // namespace

struct Compressor::Stream : z_stream {};

Compressor::Compressor() : stream_(std::make_unique<Stream>()) {
    if (deflateInit(stream_.get(), Z_DEFAULT_COMPRESSION) != Z_OK)
        throw std::runtime_error("zlib cannot be used");
}
Compressor::~Compressor() {
    deflateEnd(stream_.get());
}

void Compressor::add(std::string_view bytes, std::string& to) {
    feed(*stream_, bytes);
    drain(*stream_, to, [&] { return deflate(stream_.get(), Z_NO_FLUSH); });
}
void Compressor::end(std::string& to) {
    feed(*stream_, {});
    drain(*stream_, to, [&] { return deflate(stream_.get(), Z_FINISH); });
}

struct Decompressor::Stream : z_stream {};

Decompressor::Decompressor() : stream_(std::make_unique<Stream>()) {
    if (inflateInit(stream_.get()) != Z_OK) throw std::runtime_error("zlib cannot be used");
}
Decompressor::~Decompressor() {
    inflateEnd(stream_.get());
}

void Decompressor::add(std::string_view bytes, std::string& to) {
    feed(*stream_, bytes);
    const int code = drain(*stream_, to, [&] { return inflate(stream_.get(), Z_NO_FLUSH); });
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
        throw std::runtime_error("what was compressed cannot be read");
}

} // namespace openmasa::backup
