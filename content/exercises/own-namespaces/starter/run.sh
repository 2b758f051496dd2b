#!/bin/sh
set -eu

docker run --detach --name orders \
  --network host --pid=host --privileged \
  --restart unless-stopped \
  registry.example.com/orders:3.1.0 --port 8080
