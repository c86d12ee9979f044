#include "server/server.h"

int main(int count, char const* const* words) { return radslag::server::run(count, words); }
