#include "core/files/type.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>

namespace openmasa::files {
namespace {

using namespace std::string_view_literals;

struct Signature {
    std::size_t at;
    std::string_view bytes;
    Type type;
};

// Longer and surer ones first; a zip file is looked into afterwards.
constexpr Signature signatures[] = {
    {0, "%PDF-"sv, {"application/pdf", "PDF"}},
    {0, "\x89PNG\r\n\x1a\n"sv, {"image/png", "PNG picture"}},
    {0, "\xff\xd8\xff"sv, {"image/jpeg", "JPEG picture"}},
    {0, "GIF87a"sv, {"image/gif", "GIF picture"}},
    {0, "GIF89a"sv, {"image/gif", "GIF picture"}},
    {8, "WEBP"sv, {"image/webp", "WebP picture"}},
    {0, "II*\0"sv, {"image/tiff", "TIFF picture"}},
    {0, "MM\0*"sv, {"image/tiff", "TIFF picture"}},
    {4, "ftypheic"sv, {"image/heic", "HEIC picture"}},
    {4, "ftyp"sv, {"video/mp4", "MP4 video"}},
    {0, "ID3"sv, {"audio/mpeg", "MP3 sound"}},
    {0, "{\\rtf"sv, {"application/rtf", "RTF document"}},
    {0,
     "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv,
     {"application/x-ole-storage", "older Office document"}},
    {0, "MZ"sv, {"application/x-msdownload", "program", true}},
    {0,
     "\x7f"
     "ELF"sv,
     {"application/x-executable", "program", true}},
    {0, "#!"sv, {"text/x-script", "program", true}},
    {0, "\xca\xfe\xba\xbe"sv, {"application/x-executable", "program", true}},
    {0, "\xcf\xfa\xed\xfe"sv, {"application/x-executable", "program", true}},
};

constexpr Type word = {"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                       "Word document"};
constexpr Type excel = {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "Excel workbook"};
constexpr Type powerpoint = {
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "PowerPoint presentation"};
constexpr Type open_text = {"application/vnd.oasis.opendocument.text", "OpenDocument text"};
constexpr Type open_sheet = {"application/vnd.oasis.opendocument.spreadsheet",
                             "OpenDocument spreadsheet"};
constexpr Type zip = {"application/zip", "zip file"};
constexpr Type html = {"text/html", "web page"};
constexpr Type svg = {"image/svg+xml", "SVG picture"};
constexpr Type xml = {"application/xml", "XML"};
constexpr Type mail = {"message/rfc822", "mail"};
constexpr Type text = {"text/plain", "text"};
constexpr Type unknown = {"application/octet-stream", "file of an unknown type"};

bool contains(std::string_view content, std::string_view what) {
    return content.find(what) != content.npos;
}

/// The names of a zip file's parts stand in it as they are.
const Type& zip_type(std::string_view content) {
    if (contains(content, "mimetypeapplication/vnd.oasis.opendocument.text")) return open_text;
    if (contains(content, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"))
        return open_sheet;
    if (contains(content, "word/document.xml")) return word;
    if (contains(content, "xl/workbook.xml")) return excel;
    if (contains(content, "ppt/presentation.xml")) return powerpoint;
    return zip;
}

bool is_text(std::string_view content) {
    return cleaned(content).size() == content.size() && content.find('\0') == content.npos;
}

/// What browsers would run is found anywhere near the beginning.
const Type& text_type(std::string_view content) {
    const auto start = lower(content.substr(0, 4096));
    if (contains(start, "<svg")) return svg;
    for (const auto tag : {"<html"sv, "<!doctype html"sv, "<script"sv, "<body"sv, "<head"sv})
        if (contains(start, tag)) return html;
    if (trimmed(start).starts_with("<?xml")) return xml;
    if (start.starts_with("from: ") || start.starts_with("received: ") ||
        start.starts_with("return-path: "))
        return mail;
    return text;
}

constexpr std::array<const Type*, 12> other_types = {&word,       &excel, &powerpoint, &open_text,
                                                     &open_sheet, &zip,   &html,       &svg,
                                                     &xml,        &mail,  &text,       &unknown};

} // namespace

const Type& type_of(std::string_view content) {
    if (content.starts_with("PK\x03\x04")) return zip_type(content);
    for (const auto& signature : signatures)
        if (content.size() > signature.at &&
            content.substr(signature.at).starts_with(signature.bytes))
            return signature.type;
    const auto mark = "\xEF\xBB\xBF"sv;
    if (content.starts_with(mark)) content.remove_prefix(mark.size());
    // An XML file in another encoding than UTF-8 is still one that a browser would run.
    const bool looks_like_text = is_text(content);
    const auto& as_text = text_type(content);
    return looks_like_text || &as_text != &text ? as_text : unknown;
}

std::string_view spoken_type(std::string_view media) {
    for (const auto& signature : signatures)
        if (signature.type.media == media) return signature.type.spoken;
    for (const auto* type : other_types)
        if (type->media == media) return type->spoken;
    return unknown.spoken;
}

} // namespace openmasa::files
