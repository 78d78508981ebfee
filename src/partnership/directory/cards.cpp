#include "partnership/directory/cards.hpp"
#include "core/documents/contact_card.hpp"
#include "core/exchange/csv.hpp"
#include "kernel/text.hpp"
#include <array>

namespace openmasa::directory {
namespace {

documents::ContactCard card_of(const Listed& person, Moment now) {
    documents::ContactCard card{.uid = person.id.str(),
                                .name = person.name,
                                .organisation = person.agency_name,
                                .position = person.position,
                                .roles = {},
                                .email = person.email,
                                .telephone = person.telephone,
                                .prefers_email = person.prefers == Prefers::email,
                                .prefers_telephone = person.prefers == Prefers::telephone,
                                .made_at = now};
    for (const auto& post : person.posts) card.roles.push_back(spoken(post));
    if (!person.asked_about.empty()) card.note = "Can be asked about: " + person.asked_about;
    return card;
}

} // namespace

std::string as_cards(const std::vector<Listed>& people, Moment now) {
    std::vector<documents::ContactCard> cards;
    for (const auto& person : people) cards.push_back(card_of(person, now));
    return documents::write_contact_cards(cards);
}

std::string as_csv(const std::vector<Listed>& people, const terms::Words& words) {
    std::string text;
    const auto agency = words.one(terms::Word::agency);
    csv::append_line(text,
                     std::array<std::string_view, 8>{"name", "position", agency, "is", "email",
                                                     "telephone", "prefers", "can be asked about"});
    for (const auto& person : people) {
        const auto posts = posts_in_words(person);
        csv::append_line(
            text, std::array<std::string_view, 8>{person.name, person.position, person.agency_name,
                                                  posts, person.email, person.telephone,
                                                  spoken(person.prefers), person.asked_about});
    }
    return text;
}

std::string posts_in_words(const Listed& person) {
    std::vector<std::string> words;
    for (const auto& post : person.posts) words.push_back(spoken(post));
    return join(words, "; ");
}

std::string_view spoken(Prefers prefers) {
    switch (prefers) {
    case Prefers::nothing: return "";
    case Prefers::email: return "By e-mail";
    case Prefers::telephone: return "By telephone";
    }
    return "";
}

} // namespace openmasa::directory
