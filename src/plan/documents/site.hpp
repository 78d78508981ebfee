#pragma once
// Where links in a document lead.
#include "core/routing/address.hpp"

namespace openmasa::plan_documents {

/// "https://masa.example.org" as whoever asks reached us; empty when what they say is no host.
inline std::string site_of(const Context& context) {
    const auto address = full_address(context, "/");
    return address.starts_with("http") ? address.substr(0, address.size() - 1) : std::string();
}

} // namespace openmasa::plan_documents
