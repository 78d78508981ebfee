#pragma once
// Deflate, as zlib does it, for bytes that come and go in pieces.
#include <memory>
#include <string>
#include <string_view>

namespace openmasa::backup {

class Compressor {
public:
    Compressor();
    ~Compressor();
    /// Appends to `to` what is ready.
    void add(std::string_view bytes, std::string& to);
    /// Appends the rest. Once.
    void end(std::string& to);

private:
    struct Stream;
    std::unique_ptr<Stream> stream_;
};

class Decompressor {
public:
    Decompressor();
    ~Decompressor();
    /// Appends to `to` what `bytes` holds. Throws std::runtime_error when they are not deflated.
    void add(std::string_view bytes, std::string& to);

private:
    struct Stream;
    std::unique_ptr<Stream> stream_;
};

} // namespace openmasa::backup
