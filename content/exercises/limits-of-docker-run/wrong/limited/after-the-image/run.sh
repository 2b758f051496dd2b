#!/bin/sh
set -eu

docker run --detach --name reports \
  --restart unless-stopped \
  registry.example.com/reports:2.3.1 --cpus 0.75 --memory 256m --schedule nightly
