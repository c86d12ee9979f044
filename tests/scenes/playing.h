#pragma once
// Playing a scene from its first line to its last; for the scenes themselves, and for whoever looks at
// what happened in them.
#include "scenes/town.h"

namespace radslag::scenes {

// Every *.scene there is.
std::vector<std::filesystem::path> scene_files();
// A town has our models, or strangers' and none of ours.
commands::Books const& books_for(Scene const& scene);
// Throws what is wrong. `afterwards`: with the town as it then stands.
using Afterwards = std::function<void(Town&)>;
void play(Scene const& scene, commands::Books const& books, Afterwards const& afterwards = {});

} // namespace radslag::scenes
