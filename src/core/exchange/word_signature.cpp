#include "core/exchange/word_signature.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>

namespace openmasa::word {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view save_again = "Save the [plan] as .docx and choose it again.";

struct Signature {
    std::size_t at;
    std::string_view bytes;
    std::string_view sentence;
};

constexpr std::string_view picture = "This is a picture, not a Word file.";
constexpr std::string_view sound = "This is a sound or film, not a Word file.";

// Source: the formats' own specifications; the first bytes of each.
constexpr std::array signatures{
    Signature{0, "\x89PNG"sv, picture},
    Signature{0, "\xFF\xD8\xFF"sv, picture},
    Signature{0, "GIF8"sv, picture},
    Signature{0, "BM"sv, picture},
    Signature{0, "II*\0"sv, picture},
    Signature{0, "MM\0*"sv, picture},
    Signature{8, "WEBP"sv, picture},
    Signature{4, "ftypheic"sv, picture},
    Signature{4, "ftypmif1"sv, picture},
    Signature{4, "ftypavif"sv, picture},
    Signature{4, "ftyp"sv, sound},
    Signature{0, "ID3"sv, sound},
    Signature{0, "%PDF-"sv, "This is a PDF, not a Word file. Open it in Word."},
    Signature{0, "{\\rtf"sv, "This is a Rich Text file (.rtf). Open it in Word."},
};

/// The compound file of Word 97 to 2003, and the wrapping of a protected .docx.
/// Source: [MS-CFB] 2.2; [MS-OFFCRYPTO] 1.3 (stream names are UTF-16, little-endian).
constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

std::string wide(std::string_view name) {
    std::string text;
    for (const char c : name) {
        text += c;
        text += '\0';
    }
    return text;
}

std::string why_not_compound(std::string_view bytes) {
    const auto holds = [&](std::string_view stream) {
        return bytes.find(wide(stream)) != bytes.npos;
    };
    if (holds("EncryptedPackage") || holds("DRMEncryptedDataSpace"))
        return "This Word file is protected by a password. Remove the password in Word (File, "
               "Info, Protect Document) and choose it again.";
    if (holds("WordDocument"))
        return "This is a Word file of the old kind (.doc). Open it in Word, save it as .docx and "
               "choose it again.";
    return "This is an older Office file, not a Word file of today. Open it in Word, save it as "
           ".docx and choose it again.";
}

bool is_text(std::string_view bytes) {
    const auto start = bytes.substr(0, 4096);
    const bool wide_text = start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
    return wide_text || std::none_of(start.begin(), start.end(), [](unsigned char c) {
               return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
           });
}

std::string why_not_text(std::string_view bytes) {
    const std::string start = lower(bytes.substr(0, 4096));
    if (start.find("<html") != start.npos || start.find("<!doctype html") != start.npos)
        return "This is a web page, not a Word file. Open it in Word.";
    if (start.find("word.document") != start.npos)
        return "This is a Word file saved as XML. Open it in Word.";
    return "This is plain text, not a Word file. Open it in Word.";
}

} // namespace

std::string why_not_an_archive(std::string_view bytes) {
    const auto and_save = [](std::string_view what) {
        return std::string(what) + " " + std::string(save_again);
    };
    if (bytes.empty()) return "This file is empty. " + std::string(save_again);
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return {};
    if (bytes.starts_with(compound_file)) return why_not_compound(bytes);
    for (const auto& signature : signatures)
        if (bytes.size() > signature.at && bytes.substr(signature.at).starts_with(signature.bytes))
            return and_save(signature.sentence);
    return is_text(bytes) ? and_save(why_not_text(bytes)) : and_save("This is not a Word file.");
}

} // namespace openmasa::word
