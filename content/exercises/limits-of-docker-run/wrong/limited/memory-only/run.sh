#!/bin/sh
set -eu

docker run --detach --name reports --memory=256m \
  registry.example.com/reports:2.3.1 --schedule nightly
