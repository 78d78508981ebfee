#include "core/notices/letter.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace openmasa::notices {
namespace {

bool is_plain(char c) {
    return c >= ' ' && c <= '~';
}

/// "Thu, 22 Jan 2026 12:00:00 +0000". Source: RFC 5322, section 3.3.
std::string mail_date(Moment moment) {
    const Day day = std::chrono::floor<std::chrono::days>(moment);
    const auto time = iso(moment).substr(11, 8);
    return fmt::format("{}, {} {} +0000", spoken_with_weekday(day).substr(0, 3),
                       openmasa::spoken(day), time);
}

/// A piece of a header's words, each byte that is not plain as =XX. Source: RFC 2047, section 4.2.
std::string encoded_word(std::string_view text) {
    std::string coded;
    for (const char c : text) {
        const bool as_it_is = std::isalnum(static_cast<unsigned char>(c)) && is_plain(c);
        coded +=
            as_it_is ? std::string(1, c) : fmt::format("={:02X}", static_cast<unsigned char>(c));
    }
    return "=?utf-8?Q?" + coded + "?=";
}

/// At most so many bytes a word, cut before a character, so that no line is longer than allowed.
std::string header_words(std::string_view text) {
    constexpr std::size_t most = 20;
    if (std::ranges::all_of(text, is_plain) && text.size() < 70) return std::string(text);
    std::string words;
    while (!text.empty()) {
        std::size_t size = std::min(most, text.size());
        while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
            --size;
        words += (words.empty() ? "" : "\r\n ") + encoded_word(text.substr(0, size));
        text.remove_prefix(size);
    }
    return words;
}

/// A display name goes into quotes; one that is not plain is encoded.
std::string display_name(std::string_view name) {
    const auto words = header_words(name);
    if (words != name) return words;
    std::string quoted = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

/// Source: RFC 2045, section 6.7. Lines of at most 76 characters.
std::string quoted_printable(std::string_view text) {
    std::string coded;
    std::size_t column = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\n') {
            coded += "\r\n";
            column = 0;
            continue;
        }
        const bool ends_line = at + 1 == text.size() || text[at + 1] == '\n';
        const bool as_it_is = is_plain(c) && c != '=' && !(c == ' ' && ends_line);
        const auto piece =
            as_it_is ? std::string(1, c) : fmt::format("={:02X}", static_cast<unsigned char>(c));
        if (column + piece.size() > 75) {
            coded += "=\r\n";
            column = 0;
        }
        coded += piece;
        column += piece.size();
    }
    return coded;
}

constexpr std::string_view below =
    "\nYou get this mail because you have an account there. It holds no details, so that nothing "
    "about children travels by mail.\n";

Said say_alone(const Told& told, std::string_view address, const terms::Words& local) {
    const std::string subject(spoken(told.kind));
    return {subject, fmt::format("{}.\n\n{}\n\n    {}{}\n", subject, advice(told.kind, local),
                                 address, told.path)};
}

} // namespace

Said say(const std::vector<Told>& told, std::string_view address, const terms::Words& local) {
    if (told.size() == 1 && weight_of(told.front().kind) == Weight::alone)
        return say_alone(told.front(), address, local);
    const auto subject = told.size() == 1
                             ? std::string("There is 1 thing for you in OpenMASA")
                             : fmt::format("There are {} things for you in OpenMASA", told.size());
    std::string lines;
    for (const auto kind : all_kinds)
        if (const auto number = std::ranges::count(told, kind, &Told::kind); number > 0)
            lines += fmt::format("    {}\n", spoken(kind, static_cast<int>(number)));
    const bool is_one = told.size() == 1;
    return {subject, fmt::format("{}:\n\n{}\nLook at {}:\n\n    {}{}\n\nHow often you get such a "
                                 "mail is yours to choose:\n\n    {}/notices/mail\n{}",
                                 subject, lines, is_one ? "it" : "them", address,
                                 is_one ? told.front().path : "/notices", address, below)};
}

bool is_mail_address(std::string_view text) {
    const auto at = text.find('@');
    const bool is_one_word = std::ranges::all_of(
        text, [](char c) { return c > ' ' && c <= '~' && c != '<' && c != '>' && c != ','; });
    return is_one_word && at != text.npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == text.npos && text.size() <= 254;
}

std::string on_the_wire(const Letter& letter) {
    return fmt::format("Date: {}\r\nFrom: {} <{}>\r\nTo: <{}>\r\nMessage-ID: <{}>\r\n"
                       "Subject: {}\r\nMIME-Version: 1.0\r\n"
                       "Content-Type: text/plain; charset=utf-8\r\n"
                       "Content-Transfer-Encoding: quoted-printable\r\n"
                       "Auto-Submitted: auto-generated\r\n\r\n{}",
                       mail_date(letter.date), display_name(letter.from_name), letter.from,
                       letter.to, letter.message_id, header_words(letter.subject),
                       quoted_printable(letter.text));
}

} // namespace openmasa::notices
