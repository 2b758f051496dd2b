#!/bin/sh
set -eu

docker container run -dm256M --name reports --cpu-period=100000 --cpu-quota=75000 \
  --restart unless-stopped \
  registry.example.com/reports:2.3.1 --schedule nightly
