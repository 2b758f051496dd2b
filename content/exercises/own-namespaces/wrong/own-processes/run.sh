#!/bin/sh
docker run --detach --name orders -p 127.0.0.1:8080:8080 --pid host --restart unless-stopped \
  registry.example.com/orders:3.1.0 --port 8080
