#pragma once
// A file that only somebody with the passphrase can read, and that nobody can change or cut short
// without it showing. What is written is compressed, then sealed piece by piece.
//
//   "OPENMASA SEALED 1\n"  salt (16)  effort and memory of the key (2 x 8, little-endian)
//   header (24)  pieces: length of the sealed bytes (4, little-endian), sealed bytes
//
// Source: libsodium, crypto_pwhash (argon2id) and crypto_secretstream_xchacha20poly1305; zlib.
#include "kernel/result.hpp"
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace openmasa::backup {

/// How much work each guess of the passphrase costs.
struct KeyCost {
    std::uint64_t effort = 3;
    std::uint64_t memory = 64u << 20; // bytes
};

/// Writes beside `path` and takes its name only when finish() has everything on the disk and
/// proved; without finish() nothing is left. Throws std::runtime_error, in words, when it cannot be
/// written.
class SealedFile {
public:
    SealedFile(std::string path, std::string_view passphrase, KeyCost cost = {});
    ~SealedFile();
    void write(std::string_view bytes);
    /// `prove` may read what was written, where it stands before it has its name, and throw.
    void finish(const std::function<void(const std::string& unfinished)>& prove = {});

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Reads one from its beginning to its end, a piece at a time.
class SealedReader {
public:
    /// Refuses, with a sentence: not there, not such a file, another passphrase.
    static Result<SealedReader> open(const std::string& path, std::string_view passphrase);
    SealedReader(SealedReader&&) noexcept;
    ~SealedReader();
    /// The next `count` bytes, until the next call; fewer only at the whole end. Throws
    /// std::runtime_error when the file was cut short or changed.
    std::string_view read(std::size_t count);

private:
    struct Inside;
    explicit SealedReader(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

} // namespace openmasa::backup
