#!/bin/sh
set -eu

docker run --detach --name orders \
  --publish 127.0.0.1:8080:8080 \
  --restart unless-stopped \
  registry.example.com/orders:3.1.0 --port 8080
