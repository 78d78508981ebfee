#include "core/backup/sealed_file.hpp"
#include "core/backup/compression.hpp"
#include "core/backup/file_on_disk.hpp"
#include <array>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <sodium.h>
#include <stdexcept>

namespace openmasa::backup {
namespace {

constexpr std::string_view magic = "OPENMASA SEALED 1\n";
constexpr std::size_t piece = 64 * 1024;
constexpr auto overhead = crypto_secretstream_xchacha20poly1305_ABYTES;
/// More than this no key asks for: a forged head must not fill the memory.
constexpr std::uint64_t most_memory = 1u << 30, most_effort = 20;

using Header = std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES>;
using Key = std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES>;
using Salt = std::array<unsigned char, crypto_pwhash_SALTBYTES>;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
template<class Array> std::string_view text_of(const Array& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string little_endian(std::uint64_t number, std::size_t size) {
    std::string bytes;
    for (std::size_t at = 0; at < size; ++at) bytes += static_cast<char>(number >> (8 * at) & 0xff);
    return bytes;
}
std::uint64_t from_little_endian(std::string_view bytes) {
    std::uint64_t number = 0;
    for (std::size_t at = bytes.size(); at-- > 0;)
        number = number << 8 | static_cast<unsigned char>(bytes[at]);
    return number;
}

Key key_from(std::string_view passphrase, const Salt& salt, const KeyCost& cost) {
    Key key;
    const int failed =
        crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), salt.data(),
                      cost.effort, cost.memory, crypto_pwhash_ALG_ARGON2ID13);
    if (failed) throw std::runtime_error("there is not memory enough to make the key");
    return key;
}

} // namespace

struct SealedFile::Inside {
    Inside(std::string path, std::string_view passphrase, KeyCost cost) : file(std::move(path)) {
        if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used");
        Salt salt;
        randombytes_buf(salt.data(), salt.size());
        const auto key = key_from(passphrase, salt, cost);
        Header header;
        crypto_secretstream_xchacha20poly1305_init_push(&state, header.data(), key.data());
        file.write(magic);
        file.write(text_of(salt));
        file.write(little_endian(cost.effort, 8));
        file.write(little_endian(cost.memory, 8));
        file.write(text_of(header));
    }

    void seal(std::string_view plain, unsigned char tag) {
        std::string sealed(plain.size() + overhead, '\0');
        crypto_secretstream_xchacha20poly1305_push(
            &state, reinterpret_cast<unsigned char*>(sealed.data()), nullptr, bytes_of(plain),
            plain.size(), nullptr, 0, tag);
        file.write(little_endian(sealed.size(), 4));
        file.write(sealed);
    }

    void seal_whole_pieces() {
        std::size_t done = 0;
        for (; waiting.size() - done > piece; done += piece)
            seal(std::string_view(waiting).substr(done, piece), 0);
        waiting.erase(0, done);
    }

    crypto_secretstream_xchacha20poly1305_state state;
    FileOnDisk file;
    Compressor compressor;
    std::string waiting;
};

SealedFile::SealedFile(std::string path, std::string_view passphrase, KeyCost cost)
    : inside_(std::make_unique<Inside>(std::move(path), passphrase, cost)) {}
SealedFile::~SealedFile() = default;

void SealedFile::write(std::string_view bytes) {
    inside_->compressor.add(bytes, inside_->waiting);
    inside_->seal_whole_pieces();
}

void SealedFile::finish(const std::function<void(const std::string&)>& prove) {
    inside_->compressor.end(inside_->waiting);
    inside_->seal_whole_pieces();
    inside_->seal(inside_->waiting, crypto_secretstream_xchacha20poly1305_TAG_FINAL);
    inside_->file.keep(prove);
}

struct SealedReader::Inside {
    explicit Inside(const std::string& path) : file(path, std::ios::binary) {}

    /// Exactly so many bytes of the file itself.
    std::string take(std::size_t count) {
        std::string bytes(count, '\0');
        file.read(bytes.data(), static_cast<std::streamsize>(count));
        bytes.resize(static_cast<std::size_t>(file.gcount()));
        return bytes;
    }
    bool open_piece();
    void require_piece() {
        if (!open_piece())
            throw std::runtime_error("the file was changed or cut short after it was written");
    }

    std::ifstream file;
    crypto_secretstream_xchacha20poly1305_state state;
    Decompressor decompressor;
    std::string plain; // decompressed and not yet given
    std::size_t given = 0;
    bool ended = false;
};

bool SealedReader::Inside::open_piece() {
    const auto length = from_little_endian(take(4));
    if (length < overhead || length > piece + overhead) return false;
    const auto sealed = take(length);
    if (sealed.size() != length) return false;
    std::string opened(length - overhead, '\0');
    unsigned char tag = 0;
    const int failed = crypto_secretstream_xchacha20poly1305_pull(
        &state, reinterpret_cast<unsigned char*>(opened.data()), nullptr, &tag, bytes_of(sealed),
        sealed.size(), nullptr, 0);
    if (failed) return false;
    plain.erase(0, given);
    given = 0;
    decompressor.add(opened, plain);
    ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return !ended || file.peek() == std::ifstream::traits_type::eof();
}

Result<SealedReader> SealedReader::open(const std::string& path, std::string_view passphrase) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used");
    auto inside = std::make_unique<Inside>(path);
    if (!inside->file) return invalid("file", fmt::format("{} cannot be read.", path));
    if (inside->take(magic.size()) != magic)
        return invalid("file", fmt::format("{} is not a backup of OpenMASA.", path));
    Salt salt{};
    const auto salt_bytes = inside->take(salt.size());
    std::memcpy(salt.data(), salt_bytes.data(), salt_bytes.size());
    const KeyCost cost{from_little_endian(inside->take(8)), from_little_endian(inside->take(8))};
    const auto header = inside->take(sizeof(Header));
    if (header.size() != sizeof(Header) || cost.effort > most_effort || cost.memory > most_memory)
        return invalid("file", fmt::format("{} is damaged.", path));
    const auto key = key_from(passphrase, salt, cost);
    crypto_secretstream_xchacha20poly1305_init_pull(&inside->state, bytes_of(header), key.data());
    if (!inside->open_piece())
        return invalid("passphrase", "This is not the passphrase that the backup was made with, or "
                                     "the file is damaged at its beginning.");
    return SealedReader(std::move(inside));
}

SealedReader::SealedReader(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
SealedReader::SealedReader(SealedReader&&) noexcept = default;
SealedReader::~SealedReader() = default;

std::string_view SealedReader::read(std::size_t count) {
    while (inside_->plain.size() - inside_->given < count && !inside_->ended)
        inside_->require_piece();
    const auto bytes = std::string_view(inside_->plain).substr(inside_->given, count);
    inside_->given += bytes.size();
    return bytes;
}

} // namespace openmasa::backup
