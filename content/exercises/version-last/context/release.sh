#!/bin/sh
# Runs for every release, here for the one after 1.4.0.
set -eu

docker build --build-arg VERSION=1.4.1 --tag registry.example.com/freight:1.4.1 .
docker push registry.example.com/freight:1.4.1
