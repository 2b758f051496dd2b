#!/bin/sh
set -eu

docker network inspect shop >/dev/null 2>&1 || docker network create shop
docker run -d --name orders --network=shop -p127.0.0.1:8080:8080/tcp \
  --restart unless-stopped \
  registry.example.com/orders:3.1.0 --port 8080
